using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Contracts;

namespace Hub.Storage.Snapshots;

/// <summary>The stored form of a state: small and quick to read, for it lives no longer than the build that wrote it. Its secrets stand beside it.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = Create();

    internal static (byte[] Json, IReadOnlyList<Secret> Secrets) Write<T>(T state)
    {
        var secrets = new List<Secret>();
        using var scope = SecretNumber.Enter(secrets);
        return (JsonSerializer.SerializeToUtf8Bytes(state, Options), secrets);
    }

    internal static T Read<T>(ReadOnlySpan<byte> json, IList<Secret> secrets)
    {
        using var scope = SecretNumber.Enter(secrets);
        return JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("There is no state.");
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            Converters = { new SecretNumber(), new Ticks() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class Ticks : JsonConverter<DateTimeOffset>
    {
        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteNumberValue(value.UtcTicks);

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64(), TimeSpan.Zero);
    }
}
