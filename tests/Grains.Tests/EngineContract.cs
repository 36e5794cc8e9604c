using Hub.Contracts;

namespace Hub.Grains.Tests;

/// <summary>What a turn promises, whatever engine runs it: in process, through the wire's form of everything, or as grains of a cluster.</summary>
public abstract class EngineContract : IAsyncLifetime
{
    private Area _area = null!;

    public async Task InitializeAsync() => _area = await Open();

    /// <summary>A new area, at noon on a Monday.</summary>
    protected abstract Task<Area> Open();

    public async Task DisposeAsync() => await _area.DisposeAsync();

    [Fact]
    public async Task Of_two_who_pick_up_at_once_one_wins_and_the_other_is_told_who_and_when()
    {
        var id = await _area.Ejendom.Flag();

        var answers = await Task.WhenAll(
            _area.Boligsocial.Send(new PickUpCase(id)), _area.Boligsocial2.Send(new PickUpCase(id)), _area.Leder.Send(new PickUpCase(id)));

        Assert.Single(answers, a => a.Receipt is not null);
        var assignee = (await _area.Boligsocial.Sees(id))!.Card.Assignee;
        Assert.All(answers.Where(a => a.Receipt is null), a =>
        {
            Assert.Equal(RejectionCode.AlreadyPickedUp, a.Rejection!.Code);
            Assert.Equal(assignee, a.Rejection.By);
            Assert.Equal(Area.MondayNoon, a.Rejection.At);
        });
    }

    [Fact]
    public async Task The_same_command_sent_twice_gives_the_first_receipt_and_acts_once()
    {
        var key = Guid.NewGuid();
        var first = await _area.Ejendom.Send(Flags.Of(), key);
        await _area.Ejendom.Flag();

        var again = await _area.Ejendom.Send(Flags.Of(), key);

        Assert.Equal(first.Receipt, again.Receipt);
        Assert.Equal(2, (await _area.Log()).Count);
    }

    [Fact]
    public async Task An_answer_brings_what_its_command_wrote_as_the_live_feed_shows_it()
    {
        await _area.Ejendom.Flag();
        var key = Guid.NewGuid();

        var written = await _area.Ejendom.Send(Flags.Of(), key);

        Assert.Equal(await _area.Store.ReadFeed(_area.Stream, Kontorer.Alle, 1, 10, default), written.Rows);
        Assert.Null((await _area.Ejendom.Send(Flags.Of(), key)).Rows);
    }

    [Fact]
    public async Task The_same_command_sent_many_times_at_once_acts_once()
    {
        var key = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _area.Ejendom.Send(Flags.Of(), key)));

        Assert.Single(answers.Select(a => a.Receipt!.CaseId).Distinct());
        Assert.Single(await _area.Log());
    }

    [Fact]
    public async Task A_command_id_with_another_body_is_refused()
    {
        var key = Guid.NewGuid();
        await _area.Ejendom.Send(Flags.Of(), key, [1]);

        Assert.Equal(RejectionCode.IdempotencyKeyReused, (await _area.Ejendom.Send(Flags.Of(), key, [2])).Rejection?.Code);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        var id = await _area.Ejendom.Flag();
        var key = Guid.NewGuid();
        Assert.Equal(RejectionCode.CaseNotClosed, (await _area.Boligsocial.Send(new ReopenCase(id, "igen"), key)).Rejection?.Code);
        await _area.Boligsocial.Do(new CloseCase(id, Outcome.Loest, null));

        Assert.NotNull((await _area.Boligsocial.Send(new ReopenCase(id, "igen"), key)).Receipt);
    }

    [Fact]
    public async Task A_retry_of_an_answer_that_no_longer_makes_sense_gives_the_first_receipt()
    {
        var id = await _area.Ejendom.Flag();
        var handover = (await _area.Boligsocial.Do(new OfferHandover(id, Kontor.Ejendomskontor, "lås", "Låsen binder", null))).HandoverId!.Value;
        var key = Guid.NewGuid();
        var first = await _area.Ejendom.Send(new AcceptHandover(handover), key);

        Assert.Equal(first.Receipt, (await _area.Ejendom.Send(new AcceptHandover(handover), key)).Receipt);
        Assert.Equal(RejectionCode.HandoverNotPending, await _area.Ejendom2.Refused(new AcceptHandover(handover)));
    }

    [Fact]
    public async Task If_match_is_refused_only_for_a_change_that_the_caller_can_see()
    {
        var id = await _area.Ejendom.Flag();
        await _area.Boligsocial.Do(new PickUpCase(id));
        var seen = (await _area.Ejendom.Sees(id))!.Seq;
        await _area.Boligsocial.Do(new AddNote(id, "Kun for os", NoteAudience.Eget, NoteKind.Note, null));

        var unseen = await _area.Ejendom.Send(new AddNote(id, "Set igen i dag", NoteAudience.Sagen, NoteKind.Note, null), ifMatch: seen);
        Assert.NotNull(unseen.Receipt);
        var stale = await _area.Ejendom.Send(new AddNote(id, "Og igen", NoteAudience.Sagen, NoteKind.Note, null), ifMatch: seen);
        Assert.Equal(RejectionCode.Changed, stale.Rejection?.Code);
    }

    [Fact]
    public async Task Two_engines_on_one_log_both_make_progress_and_nothing_is_lost()
    {
        var other = _area.NewEngine();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => _area.Ejendom.Send(Flags.Of(), via: i % 2 == 0 ? null : other)));

        Assert.All(answers, a => Assert.NotNull(a.Receipt));
        Assert.Equal(40, answers.Select(a => a.Receipt!.Number).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), (await _area.Log()).Select(r => r.Seq));
    }

    [Fact]
    public async Task After_a_restart_the_area_is_as_it_was()
    {
        var id = await _area.Ejendom.Flag(beboer: Flags.Proevesen, basis: Flags.Consent());
        await _area.Boligsocial.Do(new PickUpCase(id));
        var before = await _area.Boligsocial.Workspace();

        var after = (await _area.NewEngine().ReadWorkspace(_area.Boligsocial.Member, default)).Staff!;

        Assert.Equivalent(before, after, strict: true);
        Assert.Equal("Prøve Prøvesen", after.Cases.Single().Identity!.Name);
    }

    [Fact]
    public async Task Event_time_never_runs_backwards()
    {
        await _area.Ejendom.Flag();
        _area.Time.Advance(TimeSpan.FromMinutes(-30));
        await _area.Ejendom.Flag();

        var times = (await _area.Log()).Select(r => r.At).ToList();
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public async Task A_case_that_has_left_memory_is_read_and_reopened_from_the_log()
    {
        var id = await _area.Ejendom.Flag();
        await _area.Boligsocial.Do(new CloseCase(id, Outcome.Loest, "Talt igennem"));
        _area.Time.Advance(TimeSpan.FromDays(40));
        await _area.Ejendom.Flag();
        Assert.DoesNotContain((await _area.Boligsocial.Workspace()).Cases, c => c.CaseId == id);

        Assert.Equal(CaseStatus.Afsluttet, (await _area.Boligsocial.Sees(id))!.Card.Status);
        await _area.Boligsocial.Do(new ReopenCase(id, "Det er begyndt igen"));

        Assert.Contains((await _area.Boligsocial.Workspace()).Cases, c => c.CaseId == id && c.Status == CaseStatus.IGang);
        Assert.Contains((await _area.NewEngine().ReadWorkspace(_area.Boligsocial.Member, default)).Staff!.Cases, c => c.CaseId == id);
    }

    [Fact]
    public async Task An_unseen_case_and_an_absent_one_give_the_same_answer()
    {
        var id = await _area.Boligsocial.Flag();

        var foreign = await _area.Ejendom.Send(new PickUpCase(id));
        var absent = await _area.Ejendom.Send(new PickUpCase(Guid.NewGuid()));

        Assert.Equal(RejectionCode.NotFound, foreign.Rejection?.Code);
        Assert.Equivalent(absent, foreign, strict: true);
    }

    [Fact]
    public async Task A_matter_that_has_left_memory_is_reopened_from_the_log()
    {
        var id = (await _area.Bestyrelse.Do(new OpenMatter("Lys", "Lampen ved stien er gået", null))).MatterId!.Value;
        await _area.Ejendom.Do(new CloseMatter(id, MatterOutcome.Loest));
        _area.Time.Advance(TimeSpan.FromDays(40));
        await _area.Ejendom.Flag();

        await _area.Bestyrelse.Do(new ReopenMatter(id));

        Assert.Contains((await _area.Bestyrelse.Board()).Matters, m => m.MatterId == id && m.Status == MatterStatus.Ny);
    }

    [Fact]
    public async Task A_card_tells_nothing_of_changes_that_its_viewer_may_not_know()
    {
        var id = await _area.Ejendom.Flag();
        await _area.Boligsocial.Do(new PickUpCase(id));
        var before = (await _area.Ejendom.Sees(id))!.Card;
        _area.Time.Advance(TimeSpan.FromHours(3));
        await _area.Boligsocial.Do(new AddNote(id, "Kun for os", NoteAudience.Eget, NoteKind.Note, null));

        Assert.Equal(before, (await _area.Ejendom.Sees(id))!.Card);
    }

    [Fact]
    public async Task Erasing_the_persons_of_a_case_takes_name_and_texts_from_every_view_for_good()
    {
        var id = await _area.Ejendom.Flag(beboer: Flags.Proevesen, basis: Flags.Consent());
        await _area.Boligsocial.Do(new AddNote(id, "Aftalt besøg torsdag", NoteAudience.Sagen, NoteKind.Note, null));
        await _area.Boligsocial.Do(new CreateTask("Ring til sønnen", Kontor.BoligsocialtKontor, id, null, null, null));
        Assert.Equal(RejectionCode.NotAllowed, await _area.Leder.Refused(new ErasePersons(id)));

        await _area.Dpo.Do(new ErasePersons(id));

        foreach (var engine in new[] { _area.Engine, _area.NewEngine() })
        {
            var view = (await engine.ReadCase(_area.Boligsocial.Member, id, default))!.Staff!;
            Assert.Equal(IdentityState.Ingen, view.Card.Identity!.State);
            Assert.Null(view.Description);
            Assert.All(view.Timeline, t => Assert.Null(t.Text));
            Assert.Contains(view.Timeline, t => t.Erased);
            Assert.All((await engine.ReadWorkspace(_area.Boligsocial.Member, default)).Staff!.Tasks, t => Assert.Null(t.Title));
        }
    }
}
