using System.Diagnostics;
using System.Security.Claims;
using Hub.Domain.Access;

namespace Hub.Web.Live;

/// <summary>One connection that looks at one area: a cursor of its own and a loop that sends what follows it.</summary>
internal sealed partial class Watch(LiveFeed live, AreaFeed feed, Viewer viewer, Listener listener, ILogger logger)
{
    private const int BatchSize = 128;

    /// <summary>What only tidies up (Caught, Presence) waits this long, so that many become one.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(250);

    private const long TypingEvery = 2000; // milliseconds

    private readonly CancellationTokenSource _ended = new();
    private Task _loop = Task.CompletedTask;
    private string _epoch = "";
    private bool _resync;
    private long _cursor;
    private long _told;
    private long _since;
    private Present? _present;
    private long? _owedSince;
    private long _typedAt = -TypingEvery;

    public Viewer Viewer { get; private set; } = viewer;

    public ClaimsPrincipal Caller => listener.Caller;

    public AreaFeed Feed => feed;

    /// <summary>What is sent comes after this cursor; after the head, with a Resync, where the cursor is none of this epoch.</summary>
    public void Place(string epoch, long head, string cursorEpoch, long cursor)
    {
        _since = Stopwatch.GetTimestamp();
        _epoch = epoch;
        _resync = cursorEpoch != epoch || cursor > head;
        _cursor = _told = _resync ? head : Math.Max(cursor, 0);
    }

    public void Start() => _loop = Task.Run(Run);

    /// <summary>Says that a colleague writes on a case. Nobody waits for it, and it is not said again.</summary>
    public async Task Mention(Guid caseId)
    {
        try
        {
            await Send(c => c.Typing(new Typing(Viewer.Member.OmraadeId, caseId)));
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Whether enough time has passed since this was last true.</summary>
    public bool MayType()
    {
        var now = Environment.TickCount64;
        var before = Interlocked.Read(ref _typedAt);
        return now - before >= TypingEvery && Interlocked.CompareExchange(ref _typedAt, now, before) == before;
    }

    /// <summary>Nothing is sent once this has completed.</summary>
    public async Task End()
    {
        await _ended.CancelAsync();
        await _loop;
        live.Leave(this);
    }

    private async Task Run()
    {
        try
        {
            while (await Pass(feed.Moved))
            {
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception e)
        {
            PassFailed(logger, e);
            listener.Drop();
        }
        finally
        {
            live.Leave(this);
        }
    }

    private async Task<bool> Pass(Task moved)
    {
        var recent = feed.After(Viewer, _cursor, BatchSize);
        var page = recent ?? await live.Read(Viewer, _cursor, BatchSize, _ended.Token);
        // Rights are looked at after the rows were read: whatever the rows hold was theirs when it happened.
        if (live.ViewerOf(Caller, Viewer.Member.OmraadeId) is not { } viewer)
        {
            await Send(c => c.Gone(new Gone(Viewer.Member.OmraadeId)));
            return false;
        }

        if (_resync || EpochFor(viewer) != _epoch)
        {
            await StartOver(viewer);
            return true;
        }

        await SendChanges(page);
        if (!page.More)
        {
            await Rest(moved);
        }

        return true;
    }

    private string EpochFor(Viewer viewer) => Epochs.Of(feed.Epoch, viewer);

    private async Task StartOver(Viewer viewer)
    {
        (Viewer, _epoch, _resync) = (viewer, EpochFor(viewer), false);
        _cursor = _told = Changes.SeqFor(viewer, await live.ReadHead(viewer, _ended.Token));
        feed.Recount();
        await Send(c => c.Resync(new Resync(viewer.Member.OmraadeId, _epoch, _cursor)));
    }

    private async Task SendChanges(FeedPage page)
    {
        if (page.LearntAt is null)
        {
            LiveTelemetry.Replays.Add(1);
        }

        for (var i = 0; i < page.Rows.Count; i++)
        {
            if (Changes.For(Viewer, page.Rows[i]) is { } change)
            {
                await Send(c => c.Changed(change));
                _told = change.Seq;
                // What had waited for its client says nothing of how quick Hub is.
                if (page.LearntAt?[i] is { } learntAt && learntAt >= _since)
                {
                    LiveTelemetry.Sent(learntAt);
                }
            }
        }

        _cursor = page.Seq;
    }

    /// <summary>Waits for the next move. Small debts are paid once nothing has moved for a moment, or when they have waited long enough.</summary>
    private async Task Rest(Task moved)
    {
        if (!Owes)
        {
            _owedSince = null;
            await moved.WaitAsync(_ended.Token);
            return;
        }

        _owedSince ??= Environment.TickCount64;
        var left = Settling - TimeSpan.FromMilliseconds(Environment.TickCount64 - _owedSince.Value);
        if (left <= TimeSpan.Zero || await Task.WhenAny(moved, Task.Delay(left, _ended.Token)) != moved)
        {
            _ended.Token.ThrowIfCancellationRequested();
            await Pay();
        }
    }

    /// <summary>A board has no hidden rows to be moved past: its numbers are dense.</summary>
    private bool OwesCaught => _cursor > _told && !Viewer.IsBoard;

    private bool Owes => OwesCaught || _present != feed.Present.For(Viewer);

    private async Task Pay()
    {
        _owedSince = null;
        if (OwesCaught)
        {
            _told = _cursor;
            await Send(c => c.Caught(new Caught(Viewer.Member.OmraadeId, _cursor)));
        }

        var present = feed.Present.For(Viewer);
        if (_present != present)
        {
            _present = present;
            await Send(c => c.Presence(present.ToMessage(Viewer)));
        }
    }

    private Task Send(Func<IWorkspaceClient, Task> message) => listener.Tell(message, _ended.Token);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A watch of an area failed; its client will connect again")]
    private static partial void PassFailed(ILogger logger, Exception e);
}
