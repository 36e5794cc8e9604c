using System.Text.Json;
using Hub.Contracts;

namespace Hub.Storage.Json;

/// <summary>
/// How secrets are written and read inside a scope of this thread. Outside of any scope there is no way to write one,
/// so a secret cannot reach JSON by accident.
/// </summary>
internal abstract class SecretCodec
{
    [ThreadStatic]
    private static SecretCodec? current;

    internal static SecretCodec Current =>
        current ?? throw new InvalidOperationException("Secrets are only written and read inside a scope that says how.");

    /// <summary>The bytes to store; null when there is nothing that could be read again.</summary>
    internal abstract byte[]? Seal(Secret secret);

    /// <summary>The plain text of stored bytes; null when the key is gone.</summary>
    /// <param name="header">The secret without its value.</param>
    /// <param name="box">What was stored.</param>
    internal abstract string? Open(Secret header, byte[] box);

    internal virtual void WriteValue(Utf8JsonWriter writer, Secret secret)
    {
        if (Seal(secret) is { } box)
            writer.WriteBase64String("c"u8, box);
    }

    /// <summary>A value that stands there as plain text: never in a store.</summary>
    internal virtual string ReadPlain(string value) => throw new JsonException("A stored secret is never plain.");

    internal Scope Enter() => new(this);

    internal readonly ref struct Scope
    {
        private readonly SecretCodec? outer;

        internal Scope(SecretCodec codec) => (outer, current) = (current, codec);

        public void Dispose() => current = outer;
    }
}
