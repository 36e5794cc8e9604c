using System.Text.Json;
using Hub.Contracts;
using Hub.Storage.Json;

namespace Hub.Storage.Tests;

/// <summary>Writes secrets so that a person can read them: only for golden files, which hold nobody real.</summary>
internal sealed class PlainCodec : SecretCodec
{
    internal override void WriteValue(Utf8JsonWriter writer, Secret secret) => writer.WriteString("v"u8, secret.Value);

    internal override string ReadPlain(string value) => value;

    internal override byte[]? Seal(Secret secret) => null;

    internal override string? Open(Secret header, byte[] box) => null;
}
