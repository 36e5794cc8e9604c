using Hub.Contracts;
using Hub.Grains;
using Hub.Grains.Cluster;
using Hub.Grains.Turn;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;
using Request = Hub.Grains.Request;

namespace Hub.Silo.Cluster;

/// <summary>
/// One boligområde in the cluster: an address, a lifetime and a place for its snapshot. What it does is the turn's, on threads of the pool: the
/// grain's own would make a hot area's readers queue, and correctness rests on the log's head row anyway.
/// </summary>
[Reentrant]
[GrainType("boligomraade")]
internal sealed class BoligomraadeGrain(AreaTurns turns, [PersistentState("snapshot", SiloSetup.Store)] IPersistentState<KeptSnapshot> kept) : Grain, IBoligomraadeGrain
{
    private AreaTurn _area = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        _area = await turns.Enter(this.GetPrimaryKeyString(), new GrainShelf(kept, TaskScheduler.Current), cancellationToken);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => turns.Leave(_area).WaitAsync(cancellationToken);

    public Task<Answer> Execute(Membership member, Request request) =>
        TurnTelemetry.Measure(request.Command, () => _area.Of(member).Execute(member, request));

    public Task<Workspace> ReadWorkspace(Membership member) => Read(member, turn => OmraadeReads.Workspace(turn, member, default));

    public Task<Workspace> ReadAbout(Membership member, Guid id) => Read(member, turn => OmraadeReads.About(turn, member, id, default));

    public Task<CaseAnswer?> ReadCase(Membership member, Guid caseId) => Read(member, turn => OmraadeReads.Case(turn, member, caseId, default));

    public Task<MatterAnswer?> ReadMatter(Membership member, Guid matterId) => Read(member, turn => OmraadeReads.Matter(turn, member, matterId, default));

    public Task<AnmodningView?> ReadAnmodning(Membership member, Guid anmodningId) => Read(member, turn => RightsReads.Anmodning(turn, member, anmodningId, default));

    public Task<OwnFlags> ReadOwnFlags(Membership member) => Read(member, async turn => new OwnFlags(await OmraadeReads.OwnFlags(turn, member, default)));

    public Task<Receipt?> ReadReceipt(Membership member, Guid commandId) => Read(member, turn => OmraadeReads.Receipt(turn, commandId, default));

    public Task<Guid?> ReadTextOwner(Membership member, Guid caseId) => Read(member, turn => OmraadeReads.TextOwner(turn, member, caseId, default));

    private Task<T> Read<T>(Membership member, Func<OmraadeTurn, Task<T>> read) => Task.Run(() => read(_area.Of(member).Turn));
}
