using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains.Tests;

/// <summary>A real log whose next append goes wrong in a chosen way, and that tells when it is read.</summary>
public sealed class FlakyLog(IEventLog log) : IEventLog
{
    private Func<Append, CancellationToken, Task<AppendResult>>? _next;
    private TaskCompletionSource? _read;
    private string? _epoch;
    private string? _lostAfter;

    /// <summary>From where on the log was read.</summary>
    public List<long> ReadsAfter { get; } = [];

    public void LoseNextConfirmation(bool committed, Action? meanwhile = null) => _next = async (append, ct) =>
    {
        if (committed)
        {
            await log.Append(append, ct);
        }

        meanwhile?.Invoke();
        throw new CommitUnknownException(new IOException("lost"));
    };

    /// <summary>Once the next append is in the store, its writer hears nothing more until it is released; the first of all logs that are given the same hold.</summary>
    public void HoldNext(Hold hold) => _next = async (append, ct) =>
    {
        var result = await log.Append(append, ct);
        if (hold.Take())
        {
            await hold.Released;
        }

        return result;
    };

    /// <summary>The first look at heads in another log than this one goes wrong, as while a database comes back.</summary>
    public async Task LoseFirstHeadsOfTheNextLog() => _lostAfter = await log.ReadEpoch(default);

    public void BeBusyOnce() => _next = (_, _) => throw new StoreBusyException("busy");

    public Task<AppendResult> Append(Append append, CancellationToken ct) =>
        Interlocked.Exchange(ref _next, null) is { } fault ? fault(append, ct) : log.Append(append, ct);

    public Task<StoredReceipt?> FindReceipt(StreamKey stream, Guid commandId, CancellationToken ct) => log.FindReceipt(stream, commandId, ct);

    public Task<Head> ReadHead(StreamKey stream, CancellationToken ct) => Heads(() => log.ReadHead(stream, ct));

    /// <summary>Completes when somebody next reads on.</summary>
    public Task NextRead() => (_read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public IAsyncEnumerable<Recorded> Read(StreamKey stream, long afterSeq, CancellationToken ct)
    {
        _read?.TrySetResult();
        ReadsAfter.Add(afterSeq);
        return log.Read(stream, afterSeq, ct);
    }

    public Task<IReadOnlyList<Recorded>> ReadCase(StreamKey stream, Guid caseId, CancellationToken ct) => log.ReadCase(stream, caseId, ct);

    public Task<IReadOnlyList<Recorded>> ReadMatter(StreamKey stream, Guid matterId, CancellationToken ct) => log.ReadMatter(stream, matterId, ct);

    public Task<IReadOnlyList<FeedRow>> ReadFeed(StreamKey stream, Kontorer offices, long afterSeq, int limit, CancellationToken ct) =>
        log.ReadFeed(stream, offices, afterSeq, limit, ct);

    public Task<IReadOnlyList<FeedRow>> ReadBoardFeed(StreamKey stream, long afterBoardSeq, int limit, CancellationToken ct) =>
        log.ReadBoardFeed(stream, afterBoardSeq, limit, ct);

    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(CancellationToken ct) => log.ReadHeads(ct);

    public Task<IReadOnlyList<(StreamKey Stream, Deadline Deadline)>> ReadDueDeadlines(int limit, CancellationToken ct) => log.ReadDueDeadlines(limit, ct);

    public Task<(DateTimeOffset? Next, DateTimeOffset Now)> NextDeadline(CancellationToken ct) => log.NextDeadline(ct);

    public async Task<string> ReadEpoch(CancellationToken ct) => _epoch = await log.ReadEpoch(ct);

    public Task<Place> ReadPlace(StreamKey stream, CancellationToken ct) => log.ReadPlace(stream, ct);

    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(IReadOnlyCollection<StreamKey> streams, CancellationToken ct) =>
        Heads(() => log.ReadHeads(streams, ct));

    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadTenantHeads(CancellationToken ct) => log.ReadTenantHeads(ct);

    private Task<T> Heads<T>(Func<Task<T>> read)
    {
        if (_lostAfter is not { } before || before == _epoch)
        {
            return read();
        }

        _lostAfter = null;
        throw new IOException("away");
    }
}

/// <summary>One writer is held after its append.</summary>
public sealed class Hold
{
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody is held.</summary>
    public Task Taken => _taken.Task;

    /// <summary>Completes when nobody is held any more.</summary>
    public Task Released => _released.Task;

    public void Release() => _released.TrySetResult();

    public bool Take() => _taken.TrySetResult();
}
