using System.Text.Json.Nodes;

namespace Hub.Deploy.Tests;

/// <summary>Reading what may not be there.</summary>
internal static class Json
{
    public static string? Text(this JsonNode? node, string name) => node?[name]?.ToString();

    public static IEnumerable<JsonNode?> List(this JsonNode? node, string name) => node?[name] as JsonArray ?? [];

    /// <summary>True or false as it stands there; null: nothing does.</summary>
    public static bool? Says(this JsonNode? node, string name) => node?[name]?.GetValue<bool>();

    public static JsonNode? At(this JsonNode node, string path) =>
        path.Split('/').Aggregate((JsonNode?)node, (n, key) => n is JsonArray list ? list[int.Parse(key, null)] : n?[key]);
}
