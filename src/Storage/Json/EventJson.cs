using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Contracts;

namespace Hub.Storage.Json;

/// <summary>
/// The stored form of events and receipts. A constructor parameter that an old file lacks must have a default value:
/// shipped events are only added to.
/// </summary>
internal static class EventJson
{
    internal static JsonSerializerOptions Options { get; } = Create();

    internal static string Write(Event @event, SecretCodec secrets)
    {
        using var scope = secrets.Enter();
        return JsonSerializer.Serialize(@event, @event.GetType(), Options);
    }

    internal static Event Read(string type, ReadOnlySpan<byte> json, SecretCodec secrets)
    {
        using var scope = secrets.Enter();
        return (Event)JsonSerializer.Deserialize(json, EventNames.TypeOf(type), Options)!;
    }

    internal static string Write(Receipt receipt) => JsonSerializer.Serialize(receipt, Options);

    internal static Receipt ReadReceipt(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<Receipt>(json, Options)!;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            // What is worked out from other fields is not stored.
            IgnoreReadOnlyProperties = true,
            Converters =
            {
                new SecretConverter(), new UtcTime(), new OfficeSet(), new SaerligSet(),
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
