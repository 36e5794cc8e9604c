using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Grains.Turn;
using Hub.Storage;

namespace Hub.Grains.InProcess;

/// <summary>The default edition's engine: one queue per area in this process. Areas in use follow what other nodes write, so that the next reader need not wait.</summary>
public sealed class InProcessBoligomraader : IBoligomraader, IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly AreaFactsCache _facts;
    private readonly AreaMap _areas;
    private readonly ITimer _timer;
    private readonly CommitSignal _signal;

    public InProcessBoligomraader(
        IEventLog log, AreaSnapshots snapshots, ITenantDirectory directory, CommitSignal signal, TimeProvider time, TimeZoneInfo zone)
    {
        (_time, _signal) = (time, signal);
        _facts = new AreaFactsCache(directory, zone);
        _areas = new AreaMap(
            key => new AreaQueue(new OmraadeTurn(key, log, snapshots, () => _facts.Of(key.Stream), signal, time)), key => _facts.Drop(key.Stream), time);
        signal.Stirred += Follow;
        _timer = time.CreateTimer(_ => LetGoOfIdle(), null, LookEvery, LookEvery);
    }

    /// <summary>How many areas are in memory.</summary>
    public int InMemory => _areas.Count;

    public Task<Answer> Execute(Membership member, Request request, CancellationToken ct) =>
        TurnTelemetry.Measure(request.Command, () => Area(member).Execute(member, request).WaitAsync(ct));

    public Task<Workspace> ReadWorkspace(Membership member, CancellationToken ct) => OmraadeReads.Workspace(Area(member).Turn, member, ct);

    public Task<Workspace> ReadAbout(Membership member, Guid id, CancellationToken ct) => OmraadeReads.About(Area(member).Turn, member, id, ct);

    public Task<CaseAnswer?> ReadCase(Membership member, Guid caseId, CancellationToken ct) => OmraadeReads.Case(Area(member).Turn, member, caseId, ct);

    public Task<MatterAnswer?> ReadMatter(Membership member, Guid matterId, CancellationToken ct) => OmraadeReads.Matter(Area(member).Turn, member, matterId, ct);

    public Task<AnmodningView?> ReadAnmodning(Membership member, Guid anmodningId, CancellationToken ct) =>
        RightsReads.Anmodning(Area(member).Turn, member, anmodningId, ct);

    public FlagForecast? Foresee(Membership member, FlagCase flag) =>
        member.Kontor is null ? null : Forecasts.Of(flag, member, _facts.Of(member.OmraadeId), _time.GetUtcNow());

    public Task<IReadOnlyList<OwnFlag>> ReadOwnFlags(Membership member, CancellationToken ct) => OmraadeReads.OwnFlags(Area(member).Turn, member, ct);

    public Task<Receipt?> ReadReceipt(Membership member, Guid commandId, CancellationToken ct) => OmraadeReads.Receipt(Area(member).Turn, commandId, ct);

    public Task<Guid?> ReadTextOwner(Membership member, Guid caseId, CancellationToken ct) => OmraadeReads.TextOwner(Area(member).Turn, member, caseId, ct);

    public Kontorer OfficesOf(Membership member) => Domain.Access.Viewer.Of(member, _facts.Of(member.OmraadeId)).Offices;

    /// <summary>Lets areas leave memory that nobody has asked for in ten minutes. Called every minute.</summary>
    public void LetGoOfIdle() => _areas.LetGoOfIdle();

    public void Dispose()
    {
        _signal.Stirred -= Follow;
        _timer.Dispose();
        _facts.Dispose();
    }

    private AreaQueue Area(Membership member) => _areas[new StreamKey(member.Tenant, member.OmraadeId)];

    private void Follow(StreamKey? stream)
    {
        if (stream is { } key)
        {
            _areas.Find(key)?.Follow();
        }
    }
}
