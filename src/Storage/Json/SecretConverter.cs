using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Contracts;

namespace Hub.Storage.Json;

/// <summary>A secret as stored: <c>{"o":owner,"i":item,"f":field,"c":base64}</c>, i and c only where there is one. The owner comes first: <see cref="SecretScan"/> relies on it.</summary>
internal sealed class SecretConverter : JsonConverter<Secret>
{
    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("o"u8, value.Owner);
        if (value.Item is { } item)
            writer.WriteString("i"u8, item);
        writer.WriteString("f"u8, value.Field);
        SecretCodec.Current.WriteValue(writer, value);
        writer.WriteEndObject();
    }

    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var secret = new Secret(Guid.Empty, null, "", null);
        byte[]? box = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan[0];
            reader.Read();
            switch (name)
            {
                case (byte)'o': secret = secret with { Owner = reader.GetGuid() }; break;
                case (byte)'i': secret = secret with { Item = reader.GetGuid() }; break;
                case (byte)'f': secret = secret with { Field = reader.GetString()! }; break;
                case (byte)'c': box = reader.GetBytesFromBase64(); break;
                case (byte)'v': secret = secret with { Value = SecretCodec.Current.ReadPlain(reader.GetString()!) }; break;
                default: throw new JsonException("Unknown part of a secret.");
            }
        }

        return box is null ? secret : secret with { Value = SecretCodec.Current.Open(secret, box) };
    }
}
