using System.Text;
using Hub.Contracts;

namespace Hub.Storage.Keys;

/// <summary>What a box is bound to, so that it opens nowhere else. A purpose byte, ids of fixed length, then the field: no two meanings share bytes.</summary>
internal static class Associated
{
    private const int IdBytes = 16;

    internal static byte[] WithTenantKey(Guid tenant) => Bytes(1, "", tenant);

    internal static byte[] WithOwnerKey(Guid tenant, Guid owner) => Bytes(2, "", tenant, owner);

    internal static byte[] WithItemKey(Guid tenant, Guid item, Guid owner) => Bytes(3, "", tenant, item, owner);

    internal static byte[] WithSecret(Guid tenant, Guid eventId, Secret secret) => Bytes(4, secret.Field, tenant, secret.Owner, eventId);

    internal static byte[] WithAccessLog(Guid tenant) => Bytes(5, "access log", tenant);

    internal static byte[] WithProtectionKey(Guid id) => Bytes(6, "protection key", id);

    private static byte[] Bytes(byte purpose, string field, params ReadOnlySpan<Guid> ids)
    {
        var length = 1 + (ids.Length * IdBytes);
        var bytes = new byte[length + Encoding.UTF8.GetByteCount(field)];
        bytes[0] = purpose;
        for (var i = 0; i < ids.Length; i++)
            ids[i].TryWriteBytes(bytes.AsSpan(1 + (i * IdBytes)), bigEndian: true, out _);
        Encoding.UTF8.GetBytes(field, bytes.AsSpan(length));
        return bytes;
    }
}
