using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Contracts;

namespace Hub.Storage.Json;

/// <summary>Marks as the list of them, like a set of offices.</summary>
internal sealed class SaerligSet : JsonConverter<Saerlig>
{
    public override void Write(Utf8JsonWriter writer, Saerlig value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var mark in value.Each())
        {
            writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(mark.ToString()));
        }

        writer.WriteEndArray();
    }

    public override Saerlig Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<string[]>(ref reader, options)!.Aggregate(Saerlig.Ingen, (set, word) => set | Enum.Parse<Saerlig>(word, ignoreCase: true));
}
