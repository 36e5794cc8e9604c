using System.Security.Cryptography;
using System.Text;

namespace Hub.Storage.Snapshots;

/// <summary>How a snapshot lies in its row: a checksum of what follows, the names of fields, the groups of secrets, the state.</summary>
internal static class SnapshotBytes
{
    internal static byte[] Write(byte[] json, int secrets, IEnumerable<SecretGroup> groups)
    {
        var all = groups.ToList();
        var names = all.SelectMany(g => g.Fields).Select(f => f.Field).Distinct(StringComparer.Ordinal).ToList();
        var numbers = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
        using var bytes = new MemoryStream(json.Length * 2);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(new byte[SHA256.HashSizeInBytes]);
        writer.Write7BitEncodedInt(names.Count);
        names.ForEach(writer.Write);
        writer.Write7BitEncodedInt(secrets);
        writer.Write7BitEncodedInt(all.Count);
        foreach (var group in all)
            Write(writer, group, numbers);
        writer.Write(json);
        var written = bytes.ToArray();
        SHA256.HashData(written.AsSpan(SHA256.HashSizeInBytes), written);
        return written;
    }

    /// <exception cref="FormatException">Not what was written.</exception>
    internal static (ReadOnlyMemory<byte> Json, int Secrets, IReadOnlyList<SecretGroup> Groups) Read(byte[] bytes)
    {
        if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes)))
            throw new FormatException("The checksum does not fit.");
        using var stream = new MemoryStream(bytes) { Position = SHA256.HashSizeInBytes };
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var names = Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => reader.ReadString()).ToArray();
        var secrets = reader.Read7BitEncodedInt();
        var groups = Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => Read(reader, names)).ToList();
        return (bytes.AsMemory((int)stream.Position), secrets, groups);
    }

    private static void Write(BinaryWriter writer, SecretGroup group, Dictionary<string, int> names)
    {
        writer.Write(group.Owner.ToByteArray());
        writer.Write(group.Item is not null);
        if (group.Item is { } item)
            writer.Write(item.ToByteArray());
        writer.Write7BitEncodedInt(group.Fields.Count);
        foreach (var (number, field) in group.Fields)
        {
            writer.Write7BitEncodedInt(number);
            writer.Write7BitEncodedInt(names[field]);
        }

        writer.Write7BitEncodedInt(group.Box.Length);
        writer.Write(group.Box.Span);
    }

    private static SecretGroup Read(BinaryReader reader, string[] names)
    {
        var owner = new Guid(reader.ReadBytes(16));
        Guid? item = reader.ReadBoolean() ? new Guid(reader.ReadBytes(16)) : null;
        var fields = Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => (reader.Read7BitEncodedInt(), names[reader.Read7BitEncodedInt()])).ToArray();
        return new SecretGroup(owner, item, fields, reader.ReadBytes(reader.Read7BitEncodedInt()));
    }
}
