using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Contracts;
using Hub.Storage.Json;

namespace Hub.Storage;

/// <summary>A line of the list of erasures.</summary>
internal static class ErasedJson
{
    internal static string Write(Erased erased) => JsonSerializer.Serialize(
        new Line(
            erased.At, erased.Stream.Tenant, erased.Stream.Stream,
            [.. erased.Keys.OfType<KeyChange.Rewrap>().Select(r => new Move(r.From, r.To))],
            [.. erased.Keys.OfType<KeyChange.DropOwner>().Select(d => d.Owner)],
            [.. erased.Keys.OfType<KeyChange.DropItem>().Select(d => d.Item)],
            [.. erased.Events.Select(e => new By(e.CommandId, EventNames.Of(e.Event), JsonNode.Parse(EventJson.Write(e.Event, new CollectingCodec()))!))]),
        EventJson.Options);

    /// <summary>Null for a line that is not whole.</summary>
    internal static Erased? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(line, EventJson.Options) is { } read ? Of(read) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Erased Of(Line line) => new(
        new StreamKey(line.Tenant, line.Stream), line.At,
        [
            .. line.Moved.Select(m => new KeyChange.Rewrap(m.From, m.To)),
            .. line.Owners.Select(o => new KeyChange.DropOwner(o)),
            .. line.Items.Select(i => new KeyChange.DropItem(i)),
        ],
        [.. line.Events.Select(e => new ErasedBy(e.CommandId, EventJson.Read(e.Type, Encoding.UTF8.GetBytes(e.Event.ToJsonString()), new CollectingCodec())))]);

    private sealed record Line(
        DateTimeOffset At, Guid Tenant, Guid Stream, IReadOnlyList<Move> Moved, IReadOnlyList<Guid> Owners, IReadOnlyList<Guid> Items, IReadOnlyList<By> Events);

    private sealed record Move(Guid From, Guid To);

    private sealed record By(Guid CommandId, string Type, JsonNode Event);
}
