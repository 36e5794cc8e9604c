using System.Text.Json.Nodes;

namespace Hub.Faults.Tests.Checking;

/// <summary>What the clients of a run sent and were told, in the order in which each of them did.</summary>
internal sealed class History
{
    public List<Entry> Entries { get; } = [];

    public void Add(string line)
    {
        var said = JsonNode.Parse(line)!.AsObject();
        Entries.Add(new Entry(
            Text("who") ?? "", Text("does")!, Id("omraadeId"), Id("key"), (int?)Number("status"), Number("seq"), Number("asked"),
            said["change"]?.AsObject(), Texts("differs"), Texts("leaked"), Texts("shown"), Text("from"), Text("to"), Number("back"), Number("ms")));

        string? Text(string name) => said[name]?.GetValue<string>();
        Guid Id(string name) => Text(name) is { } id ? Guid.Parse(id) : Guid.Empty;
        IReadOnlyList<string> Texts(string name) => [.. (said[name]?.AsArray() ?? []).Select(t => t!.GetValue<string>())];
        long? Number(string name) => said[name]?.GetValue<long>();
    }

    public IEnumerable<Entry> Of(string does) => Entries.Where(e => e.Does == does);
}

/// <summary>One line of it; what a kind of line does not say is empty.</summary>
internal sealed record Entry(
    string Who, string Does, Guid Omraade, Guid Key, int? Status, long? Seq, long? Asked, JsonObject? Change, IReadOnlyList<string> Differs,
    IReadOnlyList<string> Leaked, IReadOnlyList<string> Shown, string? From, string? To, long? Back, long? Milliseconds);
