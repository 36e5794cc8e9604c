using System.Buffers.Binary;
using System.Security.Cryptography;
using Hub.Storage.Sqlite;

namespace Hub.Storage.Keys;

/// <summary>HMAC-SHA256 over a row, over a link of the chain and over its end. The first byte tells the three apart.</summary>
internal static class AccessMarks
{
    internal static byte[] OfRow(byte[] key, AccessRow row)
    {
        var (cases, details) = SeenCases.Pack(row.Cases);
        using var mac = Begin(key, 1);
        Add(mac, row.Id, row.Tenant, row.Omraade, row.User);
        Add(mac, SqliteValues.Micros(row.At), (long?)row.Kontor ?? -1, (long)row.Rolle, (long)row.Answer, cases.Length);
        Add(mac, cases);
        mac.AppendData(details);
        return mac.GetHashAndReset();
    }

    internal static byte[] OfLink(byte[] key, byte[] previous, long n, byte[] row)
    {
        using var mac = Begin(key, 2);
        mac.AppendData(previous);
        Add(mac, n);
        mac.AppendData(row);
        return mac.GetHashAndReset();
    }

    internal static byte[] OfEnd(byte[] key, long n, byte[] link)
    {
        using var mac = Begin(key, 3);
        Add(mac, n);
        mac.AppendData(link);
        return mac.GetHashAndReset();
    }

    private static IncrementalHash Begin(byte[] key, byte purpose)
    {
        var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData([purpose]);
        return mac;
    }

    private static void Add(IncrementalHash mac, params ReadOnlySpan<Guid> ids)
    {
        Span<byte> bytes = stackalloc byte[16];
        foreach (var id in ids)
        {
            id.TryWriteBytes(bytes, bigEndian: true, out _);
            mac.AppendData(bytes);
        }
    }

    private static void Add(IncrementalHash mac, params ReadOnlySpan<long> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            mac.AppendData(bytes);
        }
    }
}
