using Hub.Contracts;
using Hub.Grains;

namespace Hub.Bench.Site;

/// <summary>Gives an area a past: cases that were flagged, taken, written about and closed, and cases that are open.</summary>
internal sealed class Past(Ground ground, Guid omraade)
{
    private const int AtOnce = 64;
    private const int EventsOfClosed = 5;

    private readonly Membership _flagger = ground.Member("ejendom", omraade);
    private readonly Membership _worker = ground.Member("boligsocial", omraade);
    private int _flags;

    /// <summary>Open cases with somebody's name, among so many events in all.</summary>
    public async Task Fill(int events, int open)
    {
        using var engine = ground.NewEngine();
        var closed = (events - open) / EventsOfClosed;
        await Parallel.ForEachAsync(Enumerable.Range(0, closed), Most, async (_, _) => await Close(engine));
        await Parallel.ForEachAsync(Enumerable.Range(0, open), Most, async (_, _) => await Flag(engine));
        for (var head = await ground.Store.ReadHead(Stream, default); head.Seq < events; head = await ground.Store.ReadHead(Stream, default))
        {
            await Close(engine);
        }

        await ground.Snapshots.Settled;
    }

    public StreamKey Stream => new(_flagger.Tenant, _flagger.OmraadeId);

    private static ParallelOptions Most => new() { MaxDegreeOfParallelism = AtOnce };

    private async Task<Guid> Flag(IBoligomraader engine) => (await Send(engine, _flagger, Commands.Flag(Interlocked.Increment(ref _flags)))).CaseId!.Value;

    private async Task Close(IBoligomraader engine)
    {
        var sag = await Flag(engine);
        await Send(engine, _worker, new PickUpCase(sag));
        await Send(engine, _worker, Commands.Note(sag));
        await Send(engine, _worker, Commands.Note(sag));
        await Send(engine, _worker, new CloseCase(sag, Outcome.KontaktOpnaaet, null));
    }

    private static async Task<Receipt> Send(IBoligomraader engine, Membership member, Command command)
    {
        var answer = await engine.Execute(member, new Request(Guid.NewGuid(), [1], command), default);
        return answer.Receipt ?? throw new InvalidOperationException($"{command.GetType().Name} was refused: {answer.Rejection!.Code}.");
    }
}
