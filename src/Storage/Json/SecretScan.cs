using System.Text.Json;

namespace Hub.Storage.Json;

/// <summary>Finds which keys stored events need, without reading them: a secret is the only object that begins with "o".</summary>
internal static class SecretScan
{
    internal static void Collect(ReadOnlySpan<byte> json, HashSet<Guid> owners, HashSet<Guid> items)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.StartObject || !NextIs(ref reader, "o"u8))
                continue;
            var owner = reader.GetGuid();
            if (NextIs(ref reader, "i"u8))
                items.Add(reader.GetGuid());
            else
                owners.Add(owner);
        }
    }

    private static bool NextIs(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name) && reader.Read();
}
