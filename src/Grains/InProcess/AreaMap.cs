using System.Collections.Concurrent;
using Hub.Contracts;
using Hub.Grains.Turn;

namespace Hub.Grains.InProcess;

/// <summary>The areas in this process's memory. One that nobody has asked for in a while leaves, whether it was written or only read.</summary>
/// <param name="make">Makes an area that is not there.</param>
/// <param name="left">Told of each that leaves.</param>
/// <param name="time">The clock.</param>
internal sealed class AreaMap(Func<StreamKey, AreaQueue> make, Action<StreamKey> left, TimeProvider time)
{
    internal static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<StreamKey, Entry> _areas = new();

    public int Count => _areas.Count;

    public AreaQueue this[StreamKey stream]
    {
        get
        {
            var entry = _areas.GetOrAdd(stream, key => new Entry(new Lazy<AreaQueue>(() => Enter(key))));
            Volatile.Write(ref entry.UsedAt, time.GetUtcNow().UtcTicks);
            return entry.Queue.Value;
        }
    }

    /// <summary>The area where it is in memory; being asked for so keeps it there no longer.</summary>
    public AreaQueue? Find(StreamKey stream) => _areas.TryGetValue(stream, out var entry) && entry.Queue.IsValueCreated ? entry.Queue.Value : null;

    /// <summary>
    /// Lets go of every idle area. Whoever has taken one out a moment ago goes on with it: two in memory at once are as safe as two nodes.
    /// </summary>
    public void LetGoOfIdle()
    {
        var before = (time.GetUtcNow() - IdleAfter).UtcTicks;
        foreach (var (stream, entry) in _areas)
        {
            if (Volatile.Read(ref entry.UsedAt) <= before && !entry.Queue.Value.IsBusy && _areas.TryRemove(KeyValuePair.Create(stream, entry)))
            {
                TurnTelemetry.Areas.Add(-1);
                entry.Queue.Value.Turn.Leave();
                left(stream);
            }
        }
    }

    private AreaQueue Enter(StreamKey stream)
    {
        TurnTelemetry.Activate();
        return make(stream);
    }

    private sealed class Entry(Lazy<AreaQueue> queue)
    {
        public long UsedAt = long.MaxValue;

        public Lazy<AreaQueue> Queue => queue;
    }
}
