using System.Security.Cryptography;
using Hub.Storage.Keys;

namespace Hub.Storage;

/// <summary>The master keys that wrap tenants' keys, from <c>HUB_TENANT_KEY</c>: the first wraps, all of them unwrap.</summary>
public sealed class TenantKeyRing
{
    private readonly Dictionary<string, byte[]> keys;
    private readonly string current;

    private TenantKeyRing(Dictionary<string, byte[]> keys, string current) => (this.keys, this.current) = (keys, current);

    /// <summary>Reads <c>id:base64[,id:base64]</c>, each key 32 bytes.</summary>
    /// <exception cref="FormatException">The setting has another shape; the message never holds key material.</exception>
    public static TenantKeyRing Parse(string setting)
    {
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        string? first = null;
        foreach (var entry in setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (id, key) = ParseEntry(entry);
            if (!keys.TryAdd(id, key))
                throw new FormatException("HUB_TENANT_KEY names a key id twice.");
            first ??= id;
        }

        return new TenantKeyRing(keys, first ?? throw new FormatException("HUB_TENANT_KEY is empty."));
    }

    /// <summary>A new setting with one random key.</summary>
    public static string Generate(string id) => $"{id}:{Convert.ToBase64String(AesGcmBox.NewKey())}";

    /// <summary>The setting with another random key in front, which wraps from now on.</summary>
    public static string WithNew(string setting)
    {
        var known = Parse(setting).keys;
        var id = Enumerable.Range(known.Count + 1, int.MaxValue - known.Count - 1).Select(n => $"k{n}").First(k => !known.ContainsKey(k));
        return $"{Generate(id)},{setting.Trim()}";
    }

    internal (string KeyId, byte[] Wrapped) Wrap(Guid tenant, byte[] tenantKey) =>
        (current, AesGcmBox.Seal(keys[current], tenantKey, Associated.WithTenantKey(tenant)));

    internal byte[] Unwrap(Guid tenant, string keyId, byte[] wrapped) =>
        AesGcmBox.Open(Master(keyId), wrapped, Associated.WithTenantKey(tenant));

    /// <summary>The id of the key that marks the access log now.</summary>
    internal string Current => current;

    /// <summary>The key of a tenant's access log: made from a master key, so it lies nowhere.</summary>
    internal byte[] AccessLogKey(string keyId, Guid tenant) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Master(keyId), AesGcmBox.KeyBytes, info: Associated.WithAccessLog(tenant));

    internal bool Knows(string keyId) => keys.ContainsKey(keyId);

    /// <summary>The key that seals one of the keys of cookies and tokens: made from a master key, so it lies nowhere.</summary>
    internal byte[] ProtectionKey(string keyId, Guid id) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Master(keyId), AesGcmBox.KeyBytes, info: Associated.WithProtectionKey(id));

    private byte[] Master(string keyId) =>
        keys.TryGetValue(keyId, out var key) ? key : throw new CryptographicException($"HUB_TENANT_KEY holds no key with the id '{keyId}'.");

    private static (string Id, byte[] Key) ParseEntry(string entry)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        var key = new byte[AesGcmBox.KeyBytes];
        if (colon < 1 || !Convert.TryFromBase64String(entry[(colon + 1)..], key, out var length) || length != AesGcmBox.KeyBytes)
            throw new FormatException("HUB_TENANT_KEY must be id:base64[,id:base64] with keys of 32 bytes.");
        return (entry[..colon], key);
    }
}
