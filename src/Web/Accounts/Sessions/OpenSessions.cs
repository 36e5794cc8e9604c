using Hub.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Hub.Web.Accounts;

/// <summary>
/// The sessions in use on this node with their live connections. An end here is told to the other nodes; one that does not
/// hear of it notices within seconds.
/// </summary>
internal sealed class OpenSessions : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly MemoryCache known = new(new MemoryCacheOptions());
    private readonly Dictionary<Guid, List<Action>> connections = [];
    private readonly IWakeUps wakeUps;

    public OpenSessions(IWakeUps wakeUps)
    {
        this.wakeUps = wakeUps;
        wakeUps.Heard += Hear;
    }

    public bool TryGet(Guid id, out AccountSession? session) => known.TryGetValue(id, out session);

    /// <summary>Keeps what was read, unless the session has ended meanwhile.</summary>
    public AccountSession? Keep(Guid id, AccountSession? session)
    {
        lock (gate)
        {
            return known.TryGetValue(id, out AccountSession? now) && now is null ? null : known.Set(id, session, Fresh);
        }
    }

    public void Forget(Guid id) => known.Remove(id);

    /// <summary>Ends the session on every node.</summary>
    public void EndEverywhere(Guid id)
    {
        End(id);
        wakeUps.Send(new WakeUp.SessionEnded(id));
    }

    /// <summary>Ends the session here and cuts its live connections.</summary>
    public void End(Guid id)
    {
        List<Action>? cut;
        lock (gate)
        {
            known.Set<AccountSession?>(id, null, Remembered);
            connections.Remove(id, out cut);
        }

        cut?.ForEach(c => c());
    }

    /// <summary>A live connection of the session, cut when it ends.</summary>
    public void Connect(Guid id, Action cut)
    {
        lock (gate)
        {
            if (!known.TryGetValue(id, out AccountSession? now) || now is not null)
            {
                (connections.TryGetValue(id, out var all) ? all : connections[id] = []).Add(cut);
                return;
            }
        }

        cut();
    }

    public void Disconnect(Guid id, Action cut)
    {
        lock (gate)
        {
            if (connections.TryGetValue(id, out var all) && all.Remove(cut) && all.Count == 0)
            {
                connections.Remove(id);
            }
        }
    }

    public IReadOnlyList<Guid> Connected
    {
        get
        {
            lock (gate)
            {
                return [.. connections.Keys];
            }
        }
    }

    public void Dispose()
    {
        wakeUps.Heard -= Hear;
        known.Dispose();
    }

    private void Hear(WakeUp wakeUp)
    {
        if (wakeUp is WakeUp.SessionEnded ended)
        {
            End(ended.Session);
        }
    }
}
