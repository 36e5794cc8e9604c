using System.Security.Cryptography;
using System.Text;

namespace Hub.Contracts;

/// <summary>Ids that follow from other ids (UUIDv5, RFC 9562), so that a retry or a second node makes the same ones.</summary>
public static class CommandIds
{
    private static readonly Guid Namespace = new("5b1c7a0e-3f52-4d6b-9f3e-6a0a5d1f2c44");

    /// <summary>The id of a person's command: scoped to tenant, user and area, so that nobody can meet another's key.</summary>
    public static Guid Of(Guid tenant, Guid user, Guid area, Guid idempotencyKey) =>
        Derive(Namespace, $"command/{tenant:N}/{user:N}/{area:N}/{idempotencyKey:N}");

    /// <summary>The id of a deadline's command: the same on every node that fires it.</summary>
    public static Guid Of(StreamKey stream, Deadline deadline) =>
        Derive(Namespace, $"deadline/{stream.Tenant:N}/{stream.Stream:N}/{(int)deadline.Kind}/{deadline.Subject:N}/{deadline.Due.UtcTicks}");

    /// <summary>The id of the nightly run's command about a case: the same on every node and every night, while the case waits for the same thing.</summary>
    public static Guid Of(StreamKey stream, DeletableCase due) =>
        Derive(Namespace, $"cleanup/{stream.Tenant:N}/{stream.Stream:N}/{due.CaseId:N}/{due.Outcome}/{due.Since.UtcTicks}");

    /// <summary>The id of a tenant's end: it ends once.</summary>
    public static Guid OfEnd(Guid tenant) => Derive(Namespace, $"end/{tenant:N}");

    /// <summary>A new id that a command needs: its case, a person, a text.</summary>
    public static Guid Derive(Guid parent, string name)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        parent.TryWriteBytes(input, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // UUIDv5 is defined over SHA-1; nothing secret rests on it
        SHA1.HashData(input[..length], hash);
#pragma warning restore CA5350
        var id = hash[..16];
        id[6] = (byte)((id[6] & 0x0F) | 0x50);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
