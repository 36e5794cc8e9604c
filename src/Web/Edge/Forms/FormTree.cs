using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Web.Edge;

/// <summary>
/// A posted form in the shape of a JSON body: <c>beboer.name</c> is a field of an object, <c>parter[0].name</c> of an item of a
/// list, a repeated name is a list, and an empty field is one that is missing. Names that fit no shape are passed over.
/// </summary>
internal static class FormTree
{
    private const int MostItems = 50;
    private const int Deepest = 4;

    public static JsonElement Of(IEnumerable<KeyValuePair<string, string[]>> fields)
    {
        var root = new JsonObject();
        foreach (var (name, values) in fields)
        {
            if (Path(name) is { } path && values.Where(v => !string.IsNullOrWhiteSpace(v)).ToList() is { Count: > 0 } given)
            {
                Put(root, path, given.Count == 1 ? JsonValue.Create(given[0]) : new JsonArray([.. given.Select(v => JsonValue.Create(v))]));
            }
        }

        return JsonSerializer.SerializeToElement(Compact(root));
    }

    private static (string Name, int? Index)[]? Path(string name)
    {
        var steps = name.Split('.').Select(Step).ToArray();
        return steps.Length <= Deepest && steps.All(s => s.Name.Length > 0) ? steps : null;
    }

    private static (string Name, int? Index) Step(string step)
    {
        var open = step.IndexOf('[', StringComparison.Ordinal);
        return open < 0 ? (step, null)
            : step[^1] == ']' && int.TryParse(step.AsSpan(open + 1, step.Length - open - 2), out var index) && index is >= 0 and < MostItems ? (step[..open], index)
            : ("", null);
    }

    private static void Put(JsonObject root, (string Name, int? Index)[] path, JsonNode value)
    {
        var at = root;
        for (var i = 0; i < path.Length; i++)
        {
            var (name, index) = path[i];
            var last = i == path.Length - 1;
            JsonNode fresh = last ? value : new JsonObject();
            if (index is not { } place)
            {
                at[name] ??= fresh;
            }
            else if ((at[name] ??= new JsonArray()) is JsonArray list)
            {
                while (list.Count <= place)
                {
                    list.Add(null);
                }

                list[place] ??= fresh;
            }

            if ((index is { } n ? (at[name] as JsonArray)?[n] : at[name]) is not JsonObject next)
            {
                return;
            }

            at = next;
        }
    }

    /// <summary>A list without the items that nobody filled in.</summary>
    private static JsonObject Compact(JsonObject tree)
    {
        foreach (var (_, value) in tree.ToList())
        {
            if (value is JsonObject inner)
            {
                Compact(inner);
            }
            else if (value is JsonArray list)
            {
                for (var i = list.Count - 1; i >= 0; i--)
                {
                    if (list[i] is null)
                    {
                        list.RemoveAt(i);
                    }
                    else if (list[i] is JsonObject item)
                    {
                        Compact(item);
                    }
                }
            }
        }

        return tree;
    }
}
