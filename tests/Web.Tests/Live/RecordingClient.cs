using System.Security.Claims;
using System.Threading.Channels;
using Hub.Web.Live;

namespace Hub.Web.Tests.Live;

/// <summary>A client at the other end that keeps what it is told, and can stop taking anything.</summary>
internal sealed class RecordingClient(ClaimsPrincipal caller) : IWorkspaceClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<object> _told = Channel.CreateUnbounded<object>();
    private readonly TaskCompletionSource _dropped = new();
    private volatile bool _stuck;

    public Listener Listener => new(this, caller, () => _dropped.TrySetResult());

    public Task Dropped => _dropped.Task.WaitAsync(Patience);

    public void StopReading() => _stuck = true;

    /// <summary>The next message of a kind; those of other kinds before it are passed over.</summary>
    public async Task<T> Next<T>()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await _told.Reader.ReadAsync(patience.Token) is T message)
            {
                return message;
            }
        }
    }

    /// <summary>Every change up to and including the one at a seq, and nothing but changes and presence before it.</summary>
    public async Task<IReadOnlyList<Changed>> Until(long seq)
    {
        var changes = new List<Changed>();
        do
        {
            changes.Add(await Next<Changed>());
        }
        while (changes[^1].Seq < seq);
        return changes;
    }

    /// <summary>Everything told so far that nobody has asked for.</summary>
    public IReadOnlyList<object> Rest()
    {
        var rest = new List<object>();
        while (_told.Reader.TryRead(out var message))
        {
            rest.Add(message);
        }

        return rest;
    }

    public Task Changed(Changed change) => Tell(change);

    public Task Caught(Caught caught) => Tell(caught);

    public Task Resync(Resync resync) => Tell(resync);

    public Task Gone(Gone gone) => Tell(gone);

    public Task Presence(Presence presence) => Tell(presence);

    public Task Typing(Typing typing) => Tell(typing);

    private Task Tell(object message)
    {
        if (_stuck)
        {
            return new TaskCompletionSource().Task;
        }

        _told.Writer.TryWrite(message);
        return Task.CompletedTask;
    }
}
