using System.Diagnostics;
using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;
using Hub.Storage;

namespace Hub.Web.Live;

/// <summary>
/// The live feed of one area in this process: takes each new row once, from the turn that wrote it here or else from the log, for all offices together, and
/// wakes those who watch. They read on from here at their own pace.
/// </summary>
internal sealed partial class AreaFeed
{
    private const int PageSize = 256;

    private readonly StreamKey stream;
    private readonly IEventLog log;
    private readonly ILogger<LiveFeed> logger;
    private readonly CancellationToken stopping;
    private readonly Coalesced _looking;
    private readonly Lock _gate = new();
    private readonly HashSet<Watch> _watches = [];
    private FeedBuffer? _buffer;
    private string _epoch = "";
    private Head _wanted;
    private bool _reading;
    private long _toldAt;
    private TaskCompletionSource _moved = NewSignal();

    public AreaFeed(StreamKey stream, IEventLog log, ILogger<LiveFeed> logger, CancellationToken stopping)
    {
        (this.stream, this.log, this.logger, this.stopping) = (stream, log, logger, stopping);
        _looking = new Coalesced(async () => Reach(await log.ReadPlace(stream, stopping)));
    }

    public StreamKey Stream => stream;

    /// <summary>Completes the next time anything moves. Taken before looking, so that nothing is missed.</summary>
    public Task Moved
    {
        get
        {
            lock (_gate)
            {
                return _moved.Task;
            }
        }
    }

    /// <summary>The log that is followed; what is held is of no other.</summary>
    public string Epoch
    {
        get
        {
            lock (_gate)
            {
                return _epoch;
            }
        }
    }

    /// <summary>How many different people of each office watch.</summary>
    public Present Present { get; private set; }

    public IReadOnlyList<Watch> Watches
    {
        get
        {
            lock (_gate)
            {
                return [.. _watches];
            }
        }
    }

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _watches.Count == 0;
            }
        }
    }

    /// <summary>Another node has written. Where the look fails, the poll looks again.</summary>
    public void Look() => _looking.Ask();

    /// <summary>The log has come this far by rows that were committed here. Where they do not follow what is held, the log is read.</summary>
    public void Take(Head head, IReadOnlyList<FeedRow> rows)
    {
        lock (_gate)
        {
            if (!_reading && _buffer is { } buffer && rows is [var first, ..] && first.Seq == buffer.Head.Seq + 1)
            {
                buffer.Add(rows, head, Stopwatch.GetTimestamp());
                Wake();
            }
        }

        Reach(head);
    }

    /// <summary>The log has come this far. Where it is another one than before, it was restored under us: nothing held here is true any more.</summary>
    public void Reach(Place place)
    {
        lock (_gate)
        {
            if (_buffer is not null && place.Epoch != _epoch)
            {
                StartAt(place);
                _wanted = place.Head;
                Wake();
            }
        }

        Reach(place.Head);
    }

    public void Join(Watch watch)
    {
        lock (_gate)
        {
            _watches.Add(watch);
            CountAndWake();
        }
    }

    /// <summary>Where the log stood after the first had joined; from here on everything is kept.</summary>
    public void Open(Place place)
    {
        lock (_gate)
        {
            if (_buffer is null)
            {
                StartAt(place);
            }
        }

        Reach(place);
    }

    public void Leave(Watch watch)
    {
        lock (_gate)
        {
            _watches.Remove(watch);
            CountAndWake();
        }
    }

    /// <summary>Rights in the area have changed: everyone looks at their own again.</summary>
    public void Recount()
    {
        lock (_gate)
        {
            CountAndWake();
        }
    }

    /// <summary>What follows a cursor, or null when only the log reaches back that far.</summary>
    public FeedPage? After(Viewer viewer, long cursor, int limit)
    {
        lock (_gate)
        {
            return _buffer?.After(viewer, cursor, limit);
        }
    }

    private void Reach(Head head)
    {
        lock (_gate)
        {
            if (head.Seq > _wanted.Seq)
            {
                _wanted = head;
            }

            if (_reading || _buffer is null || _buffer.Head.Seq >= _wanted.Seq)
            {
                return;
            }

            (_reading, _toldAt) = (true, Stopwatch.GetTimestamp());
        }

        _ = Task.Run(ReadUp, CancellationToken.None);
    }

    private void StartAt(Place place) => (_epoch, _buffer) = (place.Epoch, new FeedBuffer(place.Head));

    private async Task ReadUp()
    {
        try
        {
            while (await ReadPage())
            {
            }
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            ReadFailed(logger, e);
            lock (_gate)
            {
                _reading = false; // the poll tries again
            }
        }
    }

    private async Task<bool> ReadPage()
    {
        FeedBuffer buffer;
        Head wanted;
        long toldAt;
        lock (_gate)
        {
            (buffer, wanted, toldAt) = (_buffer!, _wanted, _toldAt);
            // What is told of from now on and is not on this page is on the next.
            _toldAt = Stopwatch.GetTimestamp();
        }

        var from = buffer.Head;
        var rows = await log.ReadFeed(stream, Kontorer.Alle, from.Seq, PageSize, stopping);
        var read = rows.Aggregate(from, FeedBuffer.After);
        lock (_gate)
        {
            if (buffer == _buffer)
            {
                buffer.Add(rows, rows.Count == PageSize || read.Seq > wanted.Seq ? read : wanted, toldAt);
                Wake();
            }

            var more = _buffer?.Head.Seq < _wanted.Seq;
            _reading = more;
            return more;
        }
    }

    private void CountAndWake()
    {
        Present = Present.Count(_watches);
        Wake();
    }

    private void Wake()
    {
        _moved.SetResult();
        _moved = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live feed of an area could not read the log")]
    private static partial void ReadFailed(ILogger logger, Exception e);
}
