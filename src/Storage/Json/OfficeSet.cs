using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Contracts;

namespace Hub.Storage.Json;

/// <summary>A set of offices as the list of them: a word for "all" would mean something else with a fourth office.</summary>
internal sealed class OfficeSet : JsonConverter<Kontorer>
{
    public override void Write(Utf8JsonWriter writer, Kontorer value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Each(), options);

    public override Kontorer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Kontor[]>(ref reader, options)!.Aggregate(Kontorer.Ingen, (set, kontor) => set | kontor.AsSet());
}
