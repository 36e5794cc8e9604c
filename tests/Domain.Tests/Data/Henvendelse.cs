using System.Text.Json;
using System.Text.Json.Serialization;

using Hub.Contracts;

namespace Hub.Domain.Tests.Data;

/// <summary>One true-to-life enquiry of Data/henvendelser.json.</summary>
internal sealed record Henvendelse(
    Category Category, Severity Severity, Kontor By, Kilde Kilde, bool Beboer, bool BoernIHjemmet, bool Matter, string Description, Kontor Route)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static IReadOnlyList<Henvendelse> All { get; } =
        JsonSerializer.Deserialize<List<Henvendelse>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "henvendelser.json")), Options)!;
}
