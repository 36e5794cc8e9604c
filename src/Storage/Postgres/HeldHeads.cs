using System.Collections.Concurrent;
using Hub.Contracts;

namespace Hub.Storage.Postgres;

/// <summary>
/// Heads that stay locked for a moment after a second conflict, while their writer reloads and decides again: a busier node
/// would otherwise always be faster. Whoever does not come back loses the lock soon.
/// </summary>
internal sealed class HeldHeads : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<StreamKey, HeldHead> held = new();

    /// <summary>The lock that this process kept for the stream; it belongs to the caller now.</summary>
    internal HeldHead? Take(StreamKey stream) => held.TryRemove(stream, out var head) ? head : null;

    internal bool Holds(StreamKey stream) => held.ContainsKey(stream);

    internal async Task Keep(StreamKey stream, HeldHead head)
    {
        if (held.TryAdd(stream, head))
            _ = LetGoLater(stream, head);
        else
            await head.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stream in held.Keys)
        {
            if (Take(stream) is { } head)
                await head.DisposeAsync();
        }
    }

    private async Task LetGoLater(StreamKey stream, HeldHead head)
    {
        await Task.Delay(Moment);
        if (held.TryRemove(new KeyValuePair<StreamKey, HeldHead>(stream, head)))
            await head.DisposeAsync();
    }
}
