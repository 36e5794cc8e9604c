using System.Text;
using Hub.Contracts;
using Hub.Storage.Keys;

namespace Hub.Storage.Json;

/// <summary>Encrypts the secrets of one event under keys that the append finds or makes.</summary>
internal sealed class SealingCodec(Guid tenant, Guid eventId, KeyPlan keys) : SecretCodec
{
    internal override byte[]? Seal(Secret secret) =>
        secret.Value is not null && keys.KeyFor(secret) is { } key
            ? AesGcmBox.Seal(key, Encoding.UTF8.GetBytes(secret.Value), Associated.WithSecret(tenant, eventId, secret))
            : null;

    internal override string Open(Secret header, byte[] box) => throw new InvalidOperationException("An append does not read.");
}
