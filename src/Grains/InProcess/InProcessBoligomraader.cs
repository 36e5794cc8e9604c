using System.Collections.Concurrent;
using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Grains.Turn;
using Hub.Storage;

namespace Hub.Grains.InProcess;

/// <summary>The default edition's engine: one queue per area in this process. Areas in use follow what other nodes write, so that the next reader need not wait.</summary>
public sealed class InProcessBoligomraader : IBoligomraader, IDisposable
{
    private static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<StreamKey, Lazy<AreaQueue>> _areas = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly AreaFactsCache _facts;
    private readonly IEventLog _log;
    private readonly CommitSignal _signal;
    private readonly TimeProvider _time;

    public InProcessBoligomraader(IEventLog log, ITenantDirectory directory, CommitSignal signal, TimeProvider time, TimeZoneInfo zone)
    {
        (_log, _signal, _time, _facts) = (log, signal, time, new AreaFactsCache(directory, zone));
        signal.Stirred += Follow;
    }

    public Task<Answer> Execute(Membership member, Request request, CancellationToken ct) =>
        Area(member).Execute(member, request).WaitAsync(ct);

    public Task<Workspace> ReadWorkspace(Membership member, CancellationToken ct) => OmraadeReads.Workspace(Area(member).Turn, member, ct);

    public Task<Workspace> ReadAbout(Membership member, Guid id, CancellationToken ct) => OmraadeReads.About(Area(member).Turn, member, id, ct);

    public Task<CaseAnswer?> ReadCase(Membership member, Guid caseId, CancellationToken ct) => OmraadeReads.Case(Area(member).Turn, member, caseId, ct);

    public Task<MatterAnswer?> ReadMatter(Membership member, Guid matterId, CancellationToken ct) => OmraadeReads.Matter(Area(member).Turn, member, matterId, ct);

    public FlagForecast? Foresee(Membership member, FlagCase flag) =>
        member.Kontor is null ? null : Forecasts.Of(flag, member, _facts.Of(member.OmraadeId), _time.GetUtcNow());

    public Task<IReadOnlyList<OwnFlag>> ReadOwnFlags(Membership member, CancellationToken ct) => OmraadeReads.OwnFlags(Area(member).Turn, member, ct);

    public Task<Receipt?> ReadReceipt(Membership member, Guid commandId, CancellationToken ct) => OmraadeReads.Receipt(Area(member).Turn, commandId, ct);

    public Task<Guid?> ReadTextOwner(Membership member, Guid caseId, CancellationToken ct) => OmraadeReads.TextOwner(Area(member).Turn, member, caseId, ct);

    public Kontorer OfficesOf(Membership member) => Domain.Access.Viewer.Of(member, _facts.Of(member.OmraadeId)).Offices;

    public void Dispose()
    {
        _signal.Stirred -= Follow;
        _stopping.Cancel();
        _stopping.Dispose();
        _facts.Dispose();
    }

    private AreaQueue Area(Membership member) => _areas.GetOrAdd(
        new StreamKey(member.Tenant, member.OmraadeId),
        key => new Lazy<AreaQueue>(() => new AreaQueue(
            new OmraadeTurn(key, _log, () => _facts.Of(key.Stream), _signal, _time), IdleAfter, _stopping.Token))).Value;

    private void Follow(StreamKey? stream)
    {
        if (stream is { } key && _areas.TryGetValue(key, out var area) && area.IsValueCreated)
        {
            area.Value.Follow();
        }
    }
}
