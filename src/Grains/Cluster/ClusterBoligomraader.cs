using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;
using Hub.Grains.Turn;
using Hub.Storage;
using Orleans;

namespace Hub.Grains.Cluster;

/// <summary>
/// The cluster edition's engine as Web sees it: every area is a grain somewhere. A silo that dies costs time: the call is sent again, and the
/// command id lets it act once.
/// </summary>
public sealed class ClusterBoligomraader : IBoligomraader, IDisposable
{
    /// <summary>Half of what Web serves at a time, unless HUB_MOST_REQUESTS says otherwise.</summary>
    public const int MostForOneArea = 256;

    private readonly Func<Task<IGrainFactory>> _cluster;
    private readonly IEventLog _log;
    private readonly CommitSignal _signal;
    private readonly TimeProvider _time;
    private readonly AreaFactsCache _facts;
    private readonly Persistence _persistence = new(TimeProvider.System);
    private readonly Crowd _crowd;

    /// <param name="cluster">The way into the cluster, once there is one.</param>
    /// <param name="log">Says what a command whose answer got lost has done.</param>
    /// <param name="directory">Who works where.</param>
    /// <param name="signal">Told of what was committed through here, so that the live feed need not wait to hear it from the silo.</param>
    /// <param name="time">The clock.</param>
    /// <param name="zone">Where the offices are.</param>
    /// <param name="mostForOneArea">Calls to one area at a time; more are turned away.</param>
    public ClusterBoligomraader(
        Func<Task<IGrainFactory>> cluster, IEventLog log, ITenantDirectory directory, CommitSignal signal, TimeProvider time, TimeZoneInfo zone,
        int mostForOneArea = MostForOneArea)
    {
        (_cluster, _log, _signal, _time) = (cluster, log, signal, time);
        (_facts, _crowd) = (new AreaFactsCache(directory, zone), new Crowd(mostForOneArea));
    }

    public async Task<Answer> Execute(Membership member, Request request, CancellationToken ct)
    {
        var (answer, tries) = await Call(member, grain => grain.Execute(member, request), ct);
        // A try whose answer got lost may have been carried out, and have taken the right to do it again.
        if (tries > 1 && answer.Rejection is not null && await _log.FindReceipt(Stream(member), request.CommandId, ct) is { } stored
            && Receipts.Again(stored, request.BodyHash) is { Rejection: null } carriedOut)
        {
            answer = carriedOut;
        }

        if (answer.Receipt is { } done)
        {
            Tell(Stream(member), done, answer.Rows ?? []);
        }

        return answer;
    }

    public Task<Workspace> ReadWorkspace(Membership member, CancellationToken ct) => Read(member, grain => grain.ReadWorkspace(member), ct);

    public Task<Workspace> ReadAbout(Membership member, Guid id, CancellationToken ct) => Read(member, grain => grain.ReadAbout(member, id), ct);

    public Task<CaseAnswer?> ReadCase(Membership member, Guid caseId, CancellationToken ct) => Read(member, grain => grain.ReadCase(member, caseId), ct);

    public Task<MatterAnswer?> ReadMatter(Membership member, Guid matterId, CancellationToken ct) => Read(member, grain => grain.ReadMatter(member, matterId), ct);

    public Task<AnmodningView?> ReadAnmodning(Membership member, Guid anmodningId, CancellationToken ct) =>
        Read(member, grain => grain.ReadAnmodning(member, anmodningId), ct);

    public FlagForecast? Foresee(Membership member, FlagCase flag) =>
        member.Kontor is null ? null : Forecasts.Of(flag, member, _facts.Of(member.OmraadeId), _time.GetUtcNow());

    public async Task<IReadOnlyList<OwnFlag>> ReadOwnFlags(Membership member, CancellationToken ct) =>
        (await Read(member, grain => grain.ReadOwnFlags(member), ct)).Flags;

    public Task<Receipt?> ReadReceipt(Membership member, Guid commandId, CancellationToken ct) => Read(member, grain => grain.ReadReceipt(member, commandId), ct);

    public Task<Guid?> ReadTextOwner(Membership member, Guid caseId, CancellationToken ct) => Read(member, grain => grain.ReadTextOwner(member, caseId), ct);

    public Kontorer OfficesOf(Membership member) => Viewer.Of(member, _facts.Of(member.OmraadeId)).Offices;

    public void Dispose() => _facts.Dispose();

    private void Tell(StreamKey stream, Receipt receipt, IReadOnlyList<FeedRow> rows)
    {
        if (rows is [.., var last])
        {
            _signal.Hear(stream, new Head(receipt.Seq, receipt.BoardSeq, last.At), rows);
        }
        else
        {
            _signal.Stir(stream);
        }
    }

    private async Task<T> Read<T>(Membership member, Func<IBoligomraadeGrain, Task<T>> read, CancellationToken ct) => (await Call(member, read, ct)).Result;

    private Task<(T Result, int Tries)> Call<T>(Membership member, Func<IBoligomraadeGrain, Task<T>> call, CancellationToken ct) =>
        _crowd.Join(Stream(member), () => _persistence.Call(() => Try(member, call, ct), ct));

    private async Task<T> Try<T>(Membership member, Func<IBoligomraadeGrain, Task<T>> call, CancellationToken ct)
    {
        var cluster = await _cluster().WaitAsync(Persistence.Patience, ct);
        return await call(cluster.GetGrain<IBoligomraadeGrain>(GrainKey.Of(Stream(member)))).WaitAsync(ct);
    }

    private static StreamKey Stream(Membership member) => new(member.Tenant, member.OmraadeId);
}
