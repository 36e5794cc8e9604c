using Hub.Contracts;

namespace Hub.Storage.Tests;

public abstract partial class EventLogContract
{
    [Fact]
    public async Task A_feed_row_says_what_the_event_is_about_and_whom_it_reaches()
    {
        var offered = new HandoverOffered(Guid.NewGuid(), Guid.NewGuid(), Kontor.Ejendomskontor, Kontor.BoligsocialtKontor,
            Make.Text(Guid.NewGuid(), "hvorfor"), Make.Text(Guid.NewGuid(), "hvad"), Make.Now, Make.Now);
        var subject = new Subject("handoverOffered", Kontor.Ejendomskontor, offered.CaseId, Guid.NewGuid(), offered.HandoverId, Guid.NewGuid(), "afventer");
        var audience = new Audience(Kontorer.Alle, Kontorer.Personale, Kontorer.BoligsocialtKontor);
        var append = Make.Append(stream, default, audience, offered);
        append = append with { Events = [append.Events[0] with { Subject = subject }] };

        await Log.AppendOrFail(append);

        var expected = new FeedRow(1, 1, append.Events[0].Recorded.At, audience, subject);
        Assert.Equal(expected, Assert.Single(await Log.ReadFeed(stream, Kontorer.Ejendomskontor, 0, 10, default)));
        Assert.Equal(expected, Assert.Single(await Log.ReadBoardFeed(stream, 0, 10, default)));
    }

    [Fact]
    public async Task A_feed_holds_only_what_reaches_its_offices()
    {
        await AppendReaching(Kontorer.Ejendomskontor, Kontorer.BoligsocialtKontor, Kontorer.Alle, Kontorer.Ingen, Kontorer.Personale);

        Assert.Equal([1, 3, 5], await Feed(Kontorer.Ejendomskontor));
        Assert.Equal([2, 3, 5], await Feed(Kontorer.BoligsocialtKontor));
        Assert.Equal([1, 2, 3, 5], await Feed(Kontorer.Personale));
        Assert.Equal([3], await Feed(Kontorer.Bestyrelseskontor));
    }

    [Fact]
    public async Task A_feed_goes_on_after_a_seq_and_stops_at_its_limit()
    {
        await AppendReaching(Enumerable.Repeat(Kontorer.Alle, 6).ToArray());

        Assert.Equal([3, 4, 5], await Feed(Kontorer.Ejendomskontor, afterSeq: 2, limit: 3));
        Assert.Equal([5, 6], (await Log.ReadBoardFeed(stream, 4, 10, default)).Select(r => r.BoardSeq!.Value));
    }

    [Fact]
    public async Task The_boards_own_seq_is_dense_and_hides_what_lies_between()
    {
        await AppendReaching(Kontorer.Personale, Kontorer.Alle, Kontorer.Personale, Kontorer.Personale, Kontorer.Alle);
        await AppendReaching(Kontorer.Alle);

        var rows = await Log.ReadBoardFeed(stream, 0, 10, default);

        Assert.Equal([1, 2, 3], rows.Select(r => r.BoardSeq!.Value));
        Assert.Equal([2, 5, 6], rows.Select(r => r.Seq));
        Assert.Equal(3, (await Log.ReadHead(stream, default)).BoardSeq);
    }

    [Fact]
    public async Task A_board_seq_that_would_leave_a_gap_is_a_conflict()
    {
        Assert.Equal(AppendResult.Conflict, await Log.Append(Make.Append(stream, new Head(0, 4, default), Make.Everyone, Make.PickedUp()), default));
    }

    [Fact]
    public async Task A_feed_of_another_tenants_area_is_empty()
    {
        await AppendReaching(Kontorer.Alle);

        Assert.Empty(await Log.ReadFeed(stream with { Tenant = Guid.NewGuid() }, Kontorer.Alle, 0, 10, default));
        Assert.Empty(await Log.ReadAll(stream with { Tenant = Guid.NewGuid() }));
    }

    [Fact]
    public async Task A_case_is_read_with_everything_recorded_about_it_and_nothing_else()
    {
        var (caseId, other) = (Guid.NewGuid(), Guid.NewGuid());
        await Log.AppendNext(stream, Make.Note(caseId, "den første"), Make.Note(other, "en anden sag"), Make.PickedUp(caseId));

        var events = await Log.ReadCase(stream, caseId, default);

        Assert.Equal([1, 3], events.Select(e => e.Seq));
        Assert.Equal("den første", ((NoteAdded)events[0].Event).Text.Value);
    }

    [Fact]
    public async Task A_matter_is_read_with_everything_recorded_about_it_and_nothing_else()
    {
        var matter = Guid.NewGuid();
        await Log.AppendNext(stream, new MatterReopened(Guid.NewGuid(), Make.Now),
            new MatterNoteAdded(matter, Guid.NewGuid(), Kontor.Bestyrelseskontor, Make.Text(matter, "lyset er gået")), new MatterClosed(matter, MatterOutcome.Loest));

        var events = await Log.ReadMatter(stream, matter, default);

        Assert.Equal([2, 3], events.Select(e => e.Seq));
        Assert.Equal("lyset er gået", ((MatterNoteAdded)events[0].Event).Text.Value);
    }

    private async Task AppendReaching(params Kontorer[] reached)
    {
        foreach (var offices in reached)
            await Log.AppendOrFail(Make.Append(stream, await Log.ReadHead(stream, default), new Audience(offices, offices, Kontorer.Ingen), Make.PickedUp()));
    }

    private async Task<IEnumerable<long>> Feed(Kontorer offices, long afterSeq = 0, int limit = 10) =>
        (await Log.ReadFeed(stream, offices, afterSeq, limit, default)).Select(r => r.Seq);
}
