using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains.Tests;

/// <summary>Foreign and absent take the same way: by the number of questions to the store, not by a clock.</summary>
public sealed class SamePathTests
{
    [Fact]
    public async Task What_is_not_mine_asks_the_store_as_often_as_what_is_not_there()
    {
        CountingLog log = null!;
        await using var area = await Area.Open(store => log = new CountingLog(store));
        var c = await area.Boligsocial.Flag();
        var matter = (await area.Boligsocial.Do(new OpenMatter("Lys", "Stien er mørk", null))).MatterId!.Value;
        var task = (await area.Boligsocial.Do(new CreateTask("x", Kontor.BoligsocialtKontor, null, null, null, null))).TaskId!.Value;
        var handover = (await area.Boligsocial.Do(new OfferHandover(await area.Bestyrelse.Flag(), Kontor.Ejendomskontor, "x", "y", null))).HandoverId!.Value;
        var (me, asked) = (area.Ejendom, area.Bestyrelse);

        foreach (var about in new Func<Guid, Command>[]
        {
            id => new PickUpCase(id), id => new AddNote(id, "x", NoteAudience.Sagen, NoteKind.Note, null), id => new ErasePersons(id),
            id => new RecordCall(id, CalledParty.Andre, area.Time.GetUtcNow()), id => new LinkCases(id, id, LinkKind.SammePerson),
            id => new CreateTask("x", Kontor.Ejendomskontor, id, null, null, null),
        })
        {
            Assert.Equal(await Count(me, about(Guid.NewGuid())), await Count(me, about(c)));
        }

        Assert.Equal(await Count(me, new AddMatterNote(Guid.NewGuid(), "x")), await Count(me, new AddMatterNote(matter, "x")));
        Assert.Equal(await Count(me, new CompleteTask(Guid.NewGuid())), await Count(me, new CompleteTask(task)));
        Assert.Equal(await Count(asked, new AcceptHandover(Guid.NewGuid())), await Count(asked, new AcceptHandover(handover)));
        foreach (var read in new Func<Guid, Task>[]
        {
            id => area.Engine.ReadCase(me.Member, id, default), id => area.Engine.ReadTextOwner(me.Member, id, default),
            id => area.Engine.ReadAbout(me.Member, id, default), id => area.Engine.ReadMatter(me.Member, id, default),
        })
        {
            var absent = await CountOf(() => read(Guid.NewGuid()));
            Assert.Equal(absent, await CountOf(() => read(c)));
            Assert.Equal(absent, await CountOf(() => read(matter)));
        }

        Task<(RejectionCode?, int)> Count(Person person, Command command) => CountOf(() => person.Refused(command));

        async Task<(RejectionCode?, int)> CountOf(Func<Task> ask)
        {
            var before = log.Questions;
            var asking = ask();
            await asking;
            return ((asking as Task<RejectionCode?>)?.Result, log.Questions - before);
        }
    }
}

/// <summary>A real log that counts what it is asked.</summary>
internal sealed class CountingLog(IEventLog log) : IEventLog
{
    private int _questions;

    public int Questions => Volatile.Read(ref _questions);

    public Task<AppendResult> Append(Append append, CancellationToken ct) => Counted().Append(append, ct);

    public Task<StoredReceipt?> FindReceipt(StreamKey stream, Guid commandId, CancellationToken ct) => Counted().FindReceipt(stream, commandId, ct);

    public Task<Head> ReadHead(StreamKey stream, CancellationToken ct) => Counted().ReadHead(stream, ct);

    public IAsyncEnumerable<Recorded> Read(StreamKey stream, long afterSeq, CancellationToken ct) => Counted().Read(stream, afterSeq, ct);

    public Task<IReadOnlyList<Recorded>> ReadCase(StreamKey stream, Guid caseId, CancellationToken ct) => Counted().ReadCase(stream, caseId, ct);

    public Task<IReadOnlyList<Recorded>> ReadMatter(StreamKey stream, Guid matterId, CancellationToken ct) => Counted().ReadMatter(stream, matterId, ct);

    public Task<IReadOnlyList<FeedRow>> ReadFeed(StreamKey stream, Kontorer offices, long afterSeq, int limit, CancellationToken ct) =>
        Counted().ReadFeed(stream, offices, afterSeq, limit, ct);

    public Task<IReadOnlyList<FeedRow>> ReadBoardFeed(StreamKey stream, long afterBoardSeq, int limit, CancellationToken ct) =>
        Counted().ReadBoardFeed(stream, afterBoardSeq, limit, ct);

    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(CancellationToken ct) => Counted().ReadHeads(ct);

    public Task<IReadOnlyList<(StreamKey Stream, Deadline Deadline)>> ReadDueDeadlines(int limit, CancellationToken ct) => Counted().ReadDueDeadlines(limit, ct);

    public Task<(DateTimeOffset? Next, DateTimeOffset Now)> NextDeadline(CancellationToken ct) => Counted().NextDeadline(ct);

    public Task<string> ReadEpoch(CancellationToken ct) => Counted().ReadEpoch(ct);

    public Task<Place> ReadPlace(StreamKey stream, CancellationToken ct) => Counted().ReadPlace(stream, ct);

    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(IReadOnlyCollection<StreamKey> streams, CancellationToken ct) =>
        Counted().ReadHeads(streams, ct);

    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadTenantHeads(CancellationToken ct) => Counted().ReadTenantHeads(ct);

    private IEventLog Counted()
    {
        Interlocked.Increment(ref _questions);
        return log;
    }
}
