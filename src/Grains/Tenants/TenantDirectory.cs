using System.Collections.Immutable;
using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Tenants;
using Hub.Grains.Turn;
using Hub.Storage;

namespace Hub.Grains.Tenants;

/// <summary>All tenants of the installation, folded from their own streams and kept in memory.</summary>
public sealed class TenantDirectory(IEventLog log, CommitSignal signal, TimeProvider time) : ITenantDirectory, IDisposable
{
    private const int MostTries = 6;
    internal const int MostWaiting = 256;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _waiting;
    private string? _epoch;
    private volatile DirectoryIndex _index = DirectoryIndex.Empty;

    public event Action<Guid, Guid?>? Changed;

    public IReadOnlyList<TenantInfo> Tenants => _index.Tenants;

    public Membership? Find(Guid userId, Guid omraadeId) => _index.Find(userId, omraadeId);

    public IReadOnlyList<Membership> Of(Guid userId) => _index.Of(userId);

    public IReadOnlyList<Membership> Members(Guid omraadeId) => _index.Members(omraadeId);

    public Omraade? Omraade(Guid omraadeId) => _index.Omraade(omraadeId);

    public TenantInfo? Tenant(Guid tenantId) => _index.Tenant(tenantId);

    public Task Follow(CancellationToken ct) => Alone(async () =>
    {
        var epoch = await log.ReadEpoch(ct);
        var heads = await log.ReadTenantHeads(ct);
        if (epoch != _epoch)
        {
            await StartOver([.. heads.Select(h => h.Stream.Tenant)], ct);
            _epoch = epoch;
        }

        foreach (var (stream, _) in heads.Where(h => h.Head.Seq > _index.State(h.Stream.Tenant).Seq))
        {
            await CatchUp(stream.Tenant, ct);
        }

        return true;
    }, ct);

    public Task<Answer> Execute(Guid tenant, Guid actor, TenantRequest request, CancellationToken ct) =>
        Alone(() => TryExecute(tenant, actor, request, ct), ct);

    public void Dispose() => _gate.Dispose();

    private async Task<T> Alone<T>(Func<Task<T>> work, CancellationToken ct)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
            {
                throw new StoreBusyException("Too many wait for the directory.");
            }

            await _gate.WaitAsync(ct);
        }
        catch
        {
            Interlocked.Decrement(ref _waiting);
            throw;
        }

        try
        {
            return await work();
        }
        finally
        {
            _gate.Release();
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>In another log than the one it was learnt from nothing of this is true.</summary>
    private async Task StartOver(Guid[] tenants, CancellationToken ct)
    {
        var (before, index) = (_index, DirectoryIndex.Empty);
        foreach (var tenant in tenants)
        {
            var state = TenantState.Empty;
            await foreach (var recorded in log.Read(StreamKey.OfTenant(tenant), 0, ct))
            {
                state = TenantApply.Apply(state, recorded);
            }

            index = index.With(tenant, state);
        }

        _index = index;
        foreach (var omraade in before.Tenants.Concat(index.Tenants).SelectMany(t => t.Omraader).Distinct())
        {
            Changed?.Invoke(omraade, null);
        }
    }

    private async Task<Answer> TryExecute(Guid tenant, Guid actor, TenantRequest request, CancellationToken ct)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var state = await CatchUp(tenant, ct);
            if (await Before(state, tenant, actor, request, ct) is { } answered)
            {
                return answered;
            }

            var decision = TenantDecide.Decide(state, actor, request.Command);
            if (decision.Rejection is { } refusal)
            {
                return Answer.Refused(refusal);
            }

            var receipt = new Receipt(state.Seq + decision.Events.Count, 0);
            if (decision.Events.Count == 0 || await Append(tenant, actor, request, state.Seq, decision.Events, receipt, attempt > 0, ct))
            {
                await CatchUp(tenant, ct);
                return Answer.Accepted(receipt);
            }
        }

        throw new StoreBusyException("The tenant is contended; try again.");
    }

    /// <summary>What is answered before the wish itself is looked at, in the order of the contract.</summary>
    private async Task<Answer?> Before(TenantState state, Guid tenant, Guid actor, TenantRequest request, CancellationToken ct)
    {
        if (!Permissions.May(request.Command, state, actor))
        {
            return Answer.Refused(new Rejection(RejectionCode.NotAllowed));
        }

        if (request.Errors is { Count: > 0 } errors)
        {
            return Answer.Refused(new Rejection(RejectionCode.Invalid, Fields: errors));
        }

        return await log.FindReceipt(StreamKey.OfTenant(tenant), request.CommandId, ct) is { } stored ? Receipts.Again(stored, request.BodyHash) : null;
    }

    private async Task<bool> Append(
        Guid tenant, Guid actor, TenantRequest request, long expected, IReadOnlyList<Event> events, Receipt receipt, bool lockHead, CancellationToken ct)
    {
        var stream = StreamKey.OfTenant(tenant);
        var at = Clock.Whole(time.GetUtcNow(), DateTimeOffset.MinValue);
        List<AppendEvent> rows = [.. events.Select((e, i) => new AppendEvent(
            new Recorded(expected + i + 1, null, CommandIds.Derive(request.CommandId, $"event/{i}"), request.CommandId, at, actor, null, default, e),
            new Subject(EventNames.Of(e), null, null, null, null, null, null)))];
        try
        {
            var append = new Append(stream, expected, lockHead, rows, [new StoredReceipt(request.CommandId, request.BodyHash, receipt)], [], [], []);
            var done = await log.Append(append, ct) == AppendResult.Done;
            if (done)
            {
                signal.Raise(stream, new Head(receipt.Seq, 0, at), [.. rows.Select(r => r.Row)]);
            }

            return done;
        }
        catch (CommitUnknownException)
        {
            return false;
        }
    }

    private async Task<TenantState> CatchUp(Guid tenant, CancellationToken ct)
    {
        var state = _index.State(tenant);
        var changed = new HashSet<(Guid Omraade, Guid? User)>();
        await foreach (var recorded in log.Read(StreamKey.OfTenant(tenant), state.Seq, ct))
        {
            changed.UnionWith(Touched(state, recorded.Event));
            state = TenantApply.Apply(state, recorded);
        }

        if (changed.Count > 0)
        {
            _index = _index.With(tenant, state);
            foreach (var (omraade, user) in changed)
            {
                Changed?.Invoke(omraade, user);
            }
        }
        else if (state.Seq > _index.State(tenant).Seq)
        {
            _index = _index.With(tenant, state);
        }

        return state;
    }

    private static ImmutableArray<(Guid, Guid?)> Touched(TenantState state, Event e) => e switch
    {
        TenantEnded => [.. state.Members.Keys.Select(m => (m.Omraade, (Guid?)m.User))],
        SlettereglerChanged => [.. state.Omraader.Keys.Select(o => (o, (Guid?)null))],
        OmraadeRegistered x => [(x.OmraadeId, null)],
        LejemaalRegistered x => [(x.OmraadeId, null)],
        OmraadeSettingsChanged x => [(x.OmraadeId, null)],
        MembershipGranted x => [(x.OmraadeId, x.UserId)],
        MembershipRevoked x => [(x.OmraadeId, x.UserId)],
        _ => [],
    };
}
