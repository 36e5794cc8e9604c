using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Contracts;

namespace Hub.Storage.Json;

/// <summary>
/// How Hub's own processes write to each other: as the store writes. What a sender of another version adds is passed over, and what it
/// lacks must have a default value, so old and new understand each other while they are exchanged one by one. No secret is ever written.
/// </summary>
public static class WireOptions
{
    /// <summary>The store's options, with the kinds of one abstract type added.</summary>
    /// <param name="configure">Adds what only the caller knows.</param>
    public static JsonSerializerOptions Create(Action<JsonSerializerOptions> configure)
    {
        var options = new JsonSerializerOptions(EventJson.Options) { Converters = { new ErasureConverter() } };
        configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>The event of an erasure that is written again. Its texts are gone, or about to go.</summary>
    private sealed class ErasureConverter : JsonConverter<CaseEvent>
    {
        public override void Write(Utf8JsonWriter writer, CaseEvent value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(EventNames.Of(value));
            writer.WriteRawValue(EventJson.Write(value, new CollectingCodec()));
            writer.WriteEndObject();
        }

        public override CaseEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var written = JsonDocument.ParseValue(ref reader);
            var only = written.RootElement.EnumerateObject().Single();
            return (CaseEvent)EventJson.Read(only.Name, System.Text.Encoding.UTF8.GetBytes(only.Value.GetRawText()), new CollectingCodec());
        }
    }
}
