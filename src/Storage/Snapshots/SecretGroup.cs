using System.Security.Cryptography;
using System.Text;
using Hub.Contracts;
using Hub.Storage.Keys;

namespace Hub.Storage.Snapshots;

/// <summary>The secrets of a state that are under one key: one box for all of them. The key is one that their events made, so dropping it forgets them here too.</summary>
/// <param name="Owner">Whose they are.</param>
/// <param name="Item">The text's key; null where they are under the owner's own.</param>
/// <param name="Fields">Their numbers in the state and what they are called.</param>
/// <param name="Box">Their values; empty when there is no key for them.</param>
internal sealed record SecretGroup(Guid Owner, Guid? Item, IReadOnlyList<(int Number, string Field)> Fields, ReadOnlyMemory<byte> Box)
{
    private const string Purpose = "snapshot";

    internal static IEnumerable<SecretGroup> Of(IReadOnlyList<Secret> secrets) => secrets
        .Select((s, number) => (s.Owner, s.Item, Field: (number, s.Field)))
        .GroupBy(s => (s.Owner, s.Item), s => s.Field, (key, fields) => new SecretGroup(key.Owner, key.Item, [.. fields], default));

    internal static KeyQuery KeysOf(IEnumerable<Secret> secrets) => Query(secrets.Where(s => s.Value is not null).Select(s => (s.Owner, s.Item)));

    internal static KeyQuery KeysOf(IEnumerable<SecretGroup> groups) => Query(groups.Where(g => !g.Box.IsEmpty).Select(g => (g.Owner, g.Item)));

    /// <summary>Encrypts the values. No key is made, and what has lost its key loses its value.</summary>
    internal SecretGroup Seal(Guid tenant, Guid snapshot, IReadOnlyList<Secret> secrets, SubjectKeys keys)
    {
        var values = Fields.Select(f => secrets[f.Number].Value).ToList();
        if (values.TrueForAll(v => v is null) || keys.Of(Header) is not { } key)
            return this;
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            foreach (var value in values)
            {
                writer.Write(value is not null);
                writer.Write(value ?? "");
            }
        }

        return this with { Box = AesGcmBox.Seal(key, plain.ToArray(), Associated.WithSecret(tenant, snapshot, Header)) };
    }

    /// <summary>Puts the secrets in their places; without their key they have no values.</summary>
    /// <exception cref="CryptographicException">Changed or moved from where it was sealed.</exception>
    internal void Open(Guid tenant, Guid snapshot, Secret[] secrets, SubjectKeys keys)
    {
        var key = Box.IsEmpty ? null : keys.Of(Header);
        using var values = key is null ? null : new BinaryReader(
            new MemoryStream(AesGcmBox.Open(key, Box.Span, Associated.WithSecret(tenant, snapshot, Header))), Encoding.UTF8);
        foreach (var (number, field) in Fields)
            secrets[number] = new Secret(Owner, Item, field, values is not null ? Next(values) : null);
    }

    private Secret Header => new(Owner, Item, Purpose, null);

    private static string? Next(BinaryReader values)
    {
        var there = values.ReadBoolean();
        var value = values.ReadString();
        return there ? value : null;
    }

    private static KeyQuery Query(IEnumerable<(Guid Owner, Guid? Item)> keys)
    {
        HashSet<Guid> owners = [], items = [];
        foreach (var (owner, item) in keys)
            _ = item is { } i ? items.Add(i) : owners.Add(owner);
        return new KeyQuery(owners, items, new HashSet<Guid>());
    }
}
