using System.Text;
using Hub.Contracts;
using Hub.Storage.Keys;

namespace Hub.Storage.Json;

/// <summary>Decrypts the secrets of one event; without its key a secret has no value.</summary>
internal sealed class OpeningCodec(Guid tenant, Guid eventId, SubjectKeys keys) : SecretCodec
{
    internal override byte[] Seal(Secret secret) => throw new InvalidOperationException("A read does not write.");

    internal override string? Open(Secret header, byte[] box) =>
        keys.Of(header) is { } key ? Encoding.UTF8.GetString(AesGcmBox.Open(key, box, Associated.WithSecret(tenant, eventId, header))) : null;
}
