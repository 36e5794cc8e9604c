using System.Security.Claims;
using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;
using Hub.Storage;
using Hub.Web.Edge;

namespace Hub.Web.Live;

/// <summary>
/// The areas that somebody on this node looks at. Woken by commits here and elsewhere and by changed rights; a poll of their
/// heads is the net under the wake-ups, and notices a log that was restored.
/// </summary>
internal sealed partial class LiveFeed(
    IEventLog log, CommitSignal commits, ITenantDirectory directory, IBoligomraader omraader, ILogger<LiveFeed> logger) : BackgroundService
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<StreamKey, AreaFeed> _feeds = [];
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>What the caller is in an area now; null when it is not theirs, or not theirs to read.</summary>
    public Viewer? ViewerOf(ClaimsPrincipal caller, Guid omraadeId) =>
        directory.Find(caller, omraadeId) is { } member && Systems.MayRead(member) ? ViewerOf(member) : null;

    public Viewer ViewerOf(Membership member) => new(member, omraader.OfficesOf(member))
    {
        WatchesSeals = Oversight.WatchesSeals(member, directory.Members(member.OmraadeId)),
    };

    /// <summary>The epoch as a client of this member is told it.</summary>
    public async Task<string> ReadEpoch(Membership member, CancellationToken ct) => Epochs.Of(await log.ReadEpoch(ct), ViewerOf(member));

    /// <summary>Where a page that is rendered now will go on from. Asked before the page reads anything, so that nothing falls between.</summary>
    public async Task<(string Epoch, long Seq)> ReadCursor(Membership member, CancellationToken ct)
    {
        var viewer = ViewerOf(member);
        return (Epochs.Of(await log.ReadEpoch(ct), viewer), Changes.SeqFor(viewer, await ReadHead(viewer, ct)));
    }

    /// <summary>What follows a cursor, in the shape of a push.</summary>
    public async Task<ChangesPage> Page(Viewer viewer, long after, int limit, CancellationToken ct)
    {
        var epoch = Epochs.Of(await log.ReadEpoch(ct), viewer);
        var page = await Read(viewer, after, limit, ct);
        return new ChangesPage(epoch, page.Seq, [.. page.Rows.Select(row => Changes.For(viewer, row)).OfType<Changed>()], page.More);
    }

    public Task<FeedPage> Read(Viewer viewer, long after, int limit, CancellationToken ct) => Feed.Read(log, viewer, after, limit, ct);

    public Task<Head> ReadHead(Viewer viewer, CancellationToken ct) => log.ReadHead(Feed.StreamOf(viewer), ct);

    /// <summary>Registers a watch, and only then looks where the log stands: nothing falls between the two.</summary>
    public async Task<(Watch Watch, Watched Answer)> Open(Viewer viewer, string epoch, long afterSeq, Listener listener, CancellationToken ct)
    {
        var watch = Join(viewer, listener);
        try
        {
            var place = await log.ReadPlace(watch.Feed.Stream, ct);
            watch.Feed.Open(place);
            var answer = new Watched(Epochs.Of(place.Epoch, viewer), Changes.SeqFor(viewer, place.Head));
            watch.Place(answer.Epoch, answer.Seq, epoch, afterSeq);
            return (watch, answer);
        }
        catch
        {
            Leave(watch);
            throw;
        }
    }

    public void Leave(Watch watch)
    {
        lock (_gate)
        {
            watch.Feed.Leave(watch);
            // A watch leaves twice, when its loop ends and when its client goes; somebody else may have come in between.
            if (watch.Feed.IsEmpty && _feeds.GetValueOrDefault(watch.Feed.Stream) == watch.Feed)
            {
                _feeds.Remove(watch.Feed.Stream);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var polling = new Coalesced(() => Poll(stoppingToken));
        void Look(StreamKey? stream)
        {
            if (stream is { } key)
            {
                FeedOf(key)?.Look();
            }
            else
            {
                polling.Ask();
            }
        }

        commits.Committed += Take;
        commits.Heard += Take;
        commits.Stirred += Look;
        directory.Changed += Recount;
        try
        {
            using var timer = new PeriodicTimer(PollEvery);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                polling.Ask();
            }
        }
        finally
        {
            commits.Committed -= Take;
            commits.Heard -= Take;
            commits.Stirred -= Look;
            directory.Changed -= Recount;
            await _stopping.CancelAsync();
        }
    }

    private Watch Join(Viewer viewer, Listener listener)
    {
        var stream = Feed.StreamOf(viewer);
        lock (_gate)
        {
            if (!_feeds.TryGetValue(stream, out var feed))
            {
                _feeds[stream] = feed = new AreaFeed(stream, log, logger, _stopping.Token);
            }

            var watch = new Watch(this, feed, viewer, listener, logger);
            feed.Join(watch);
            return watch;
        }
    }

    private void Take(StreamKey stream, Head head, IReadOnlyList<FeedRow> rows) => FeedOf(stream)?.Take(head, rows);

    private AreaFeed? FeedOf(StreamKey stream)
    {
        lock (_gate)
        {
            return _feeds.GetValueOrDefault(stream);
        }
    }

    private void Recount(Guid omraadeId, Guid? user)
    {
        foreach (var feed in Watched().Where(f => f.Stream.Stream == omraadeId))
        {
            feed.Recount();
        }
    }

    private async Task Poll(CancellationToken ct)
    {
        try
        {
            if (Watched() is { Length: > 0 } watched)
            {
                var epoch = await log.ReadEpoch(ct);
                var heads = (await log.ReadHeads([.. watched.Select(f => f.Stream)], ct)).ToDictionary(h => h.Stream, h => h.Head);
                foreach (var feed in watched)
                {
                    feed.Reach(new Place(epoch, heads.GetValueOrDefault(feed.Stream)));
                }
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            PollFailed(logger, e);
        }
    }

    private AreaFeed[] Watched()
    {
        lock (_gate)
        {
            return [.. _feeds.Values];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The poll of the watched areas failed")]
    private static partial void PollFailed(ILogger logger, Exception e);
}
