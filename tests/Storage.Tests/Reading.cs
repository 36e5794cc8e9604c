using Hub.Contracts;

namespace Hub.Storage.Tests;

internal static class Reading
{
    internal static async Task<List<Recorded>> ReadAll(this IEventLog log, StreamKey stream, long afterSeq = 0)
    {
        var events = new List<Recorded>();
        await foreach (var recorded in log.Read(stream, afterSeq, default))
            events.Add(recorded);
        return events;
    }

    /// <summary>Appends to wherever the stream stands and expects to be let in.</summary>
    internal static async Task<Append> AppendNext(this IEventLog log, StreamKey stream, params IReadOnlyList<Event> events)
    {
        var append = Make.Append(stream, await log.ReadHead(stream, default), events);
        await log.AppendOrFail(append);
        return append;
    }

    internal static async Task AppendOrFail(this IEventLog log, Append append) =>
        Assert.Equal(AppendResult.Done, await log.Append(append, default));
}
