using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Grains.Wire;

namespace Hub.Grains.Tests.Wire;

/// <summary>How what crosses is kept in a golden file, and how one is held against what this version makes of it.</summary>
internal static class GoldenForm
{
    private static readonly JsonSerializerOptions Readable = new(WireJson.Options) { WriteIndented = true };

    public static string Write(object? value, Type type) => JsonSerializer.Serialize(value, type, Readable) + "\n";

    public static object? Read(JsonNode said, Type type) => said.Deserialize(type, WireJson.Options);

    /// <summary>Today's form is the one that lies in a file, which <paramref name="home"/> says where to save.</summary>
    public static void AssertGolden(string folder, string home, string file, string today)
    {
        var path = Path.Combine(folder, file);
        Assert.True(File.Exists(path), $"Save as {home}/{file}:\n{today}");
        Assert.Equal(File.ReadAllText(path), today);
    }

    /// <summary>Everything that was said stands there, beside what has been added since.</summary>
    public static void AssertHolds(JsonNode? understood, JsonNode? said, string where)
    {
        switch (said)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    AssertHolds(Assert.IsType<JsonObject>(understood)[name], value, $"{where}/{name}");
                }

                break;
            case JsonArray items:
                Assert.True(items.Count == understood!.AsArray().Count, where);
                for (var i = 0; i < items.Count; i++)
                {
                    AssertHolds(understood[i], items[i], $"{where}/{i}");
                }

                break;
            default:
                Assert.True(JsonNode.DeepEquals(said, understood), where);
                break;
        }
    }

    /// <summary>Puts a field into every object that is no dictionary; how many there were.</summary>
    public static int Add(JsonNode? node, string name = "")
    {
        string[] dictionaries = ["offices", "details", "sharing", "fields", "errors", "erasure"];
        var added = 0;
        foreach (var (key, value) in (node as JsonObject)?.ToList() ?? [])
        {
            added += Add(value, key);
        }

        foreach (var item in node as JsonArray ?? [])
        {
            added += Add(item, name);
        }

        if (node is JsonObject fields && !dictionaries.Contains(name))
        {
            fields.Add("tomorrow", "said");
            added++;
        }

        return added;
    }
}
