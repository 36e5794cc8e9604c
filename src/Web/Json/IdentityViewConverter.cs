using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Contracts;

namespace Hub.Web.Json;

/// <summary>An identity is an object, the string "sealed", or null.</summary>
internal sealed class IdentityViewConverter : JsonConverter<IdentityView>
{
    public override IdentityView Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("An identity is only ever written.");

    public override void Write(Utf8JsonWriter writer, IdentityView value, JsonSerializerOptions options)
    {
        switch (value.State)
        {
            case IdentityState.Aaben:
                JsonSerializer.Serialize(writer, new Open(value.Name, value.Address, value.Lejemaal, value.Phone, value.SealsAt, Hidden(value)), options);
                break;
            case IdentityState.Forseglet:
                writer.WriteStringValue("sealed");
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static IdentityFields[]? Hidden(IdentityView value) => value.Hidden == IdentityFields.None ? null : [.. value.Hidden.Each()];

    private sealed record Open(string? Name, string? Address, string? Lejemaal, string? Phone, DateTimeOffset? SealsAt, IReadOnlyList<IdentityFields>? Hidden);
}
