using System.Collections.Concurrent;
using Hub.Grains.Tests;
using Hub.Storage;

namespace Hub.Cluster.Tests;

/// <summary>The logs of all silos.</summary>
internal sealed class FlakyLogs
{
    private readonly ConcurrentQueue<FlakyLog> _all = new();

    public IEventLog Add(HubStore store)
    {
        var log = new FlakyLog(store);
        _all.Enqueue(log);
        return log;
    }

    /// <summary>The first silo that writes next hears nothing more once it has.</summary>
    public void HoldNext(Hold hold)
    {
        foreach (var log in _all)
        {
            log.HoldNext(hold);
        }
    }

    /// <summary>From where on logs were read.</summary>
    public IEnumerable<long> ReadsAfter => _all.SelectMany(l => l.ReadsAfter);

    public void Forget()
    {
        foreach (var log in _all)
        {
            log.ReadsAfter.Clear();
        }
    }
}
