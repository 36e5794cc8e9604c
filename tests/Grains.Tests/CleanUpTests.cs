using Hub.Contracts;
using Hub.Grains.Tenants;

namespace Hub.Grains.Tests;

/// <summary>The nightly run: what has left memory is found, each case goes once, and what it said can never be read again.</summary>
public sealed class CleanUpTests : IAsyncLifetime
{
    private Area _area = null!;

    public async Task InitializeAsync() => _area = await Area.Open();

    public async Task DisposeAsync() => await _area.DisposeAsync();

    [Fact]
    public async Task A_case_that_left_memory_long_ago_is_deleted_and_nothing_that_was_written_in_it_can_be_read()
    {
        var id = await Closed();
        await _area.Boligsocial.Do(new CreateTask("Ring til Prøve", Kontor.BoligsocialtKontor, await Open(), null, null, null));
        _area.Time.Advance(TimeSpan.FromDays(400));
        var engine = _area.NewEngine();

        await Run(engine);

        Assert.Null(await engine.ReadCase(_area.Boligsocial.Member, id, default));
        var log = await _area.Log();
        Assert.Single(log, r => r.Event is CaseDeleted d && d.CaseId == id);
        var flagged = log.Select(r => r.Event).OfType<CaseFlagged>().Single(e => e.CaseId == id);
        Assert.Equal((null, null), (flagged.Description.Value, flagged.Beboer!.Name!.Value));
        Assert.Equal((1, Category.Mistrivsel), (flagged.Number, flagged.Category));
        Assert.Contains(_area.Store.Erasures.Listed(), e => e.Events.Any(by => by.Event is CaseDeleted));
        Assert.DoesNotContain(await Due(TimeSpan.FromDays(1000)), d => d.Case.CaseId == id);
    }

    [Fact]
    public async Task Two_nodes_and_a_second_run_delete_each_case_once_and_no_more_than_a_night_allows()
    {
        await Rules(new Sletteregler([], 5, 3));
        for (var i = 0; i < 5; i++)
        {
            await Closed();
        }

        _area.Time.Advance(TimeSpan.FromDays(400));
        var other = _area.NewEngine();
        await Task.WhenAll(Run(_area.Engine), Run(other));
        await Run(other);
        Assert.Equal(3, (await Deleted()).Distinct().Count());
        Assert.Equal(3, (await Deleted()).Count);

        _area.Time.Advance(TimeSpan.FromDays(1));
        await Run(other);
        Assert.Equal(5, (await Deleted()).Distinct().Count());
    }

    [Fact]
    public async Task What_is_foreseen_is_what_happens()
    {
        var id = await Closed();
        _area.Time.Advance(TimeSpan.FromDays(340));
        var due = Assert.Single(await Due(TimeSpan.FromDays(30)));
        Assert.Equal((id, Area.MondayNoon.AddMonths(12).Date), (due.Case.CaseId, due.Due.Date));
        await Run(_area.Engine);
        Assert.Empty(await Deleted());

        _area.Time.Advance(due.Due - _area.Time.GetUtcNow());
        await Run(_area.Engine);

        Assert.Equal([id], await Deleted());
        Assert.Empty(await Due(TimeSpan.FromDays(30)));
    }

    [Fact]
    public async Task A_flag_that_nobody_takes_lapses_and_one_that_is_taken_does_not()
    {
        var (left, taken) = (await _area.Ejendom.Flag(), await _area.Ejendom.Flag());
        await _area.Boligsocial.Do(new PickUpCase(taken));
        _area.Time.Advance(TimeSpan.FromDays(155));

        await Run(_area.Engine);

        Assert.Equal([left], (await _area.Log()).Select(r => r.Event).OfType<CaseLapsed>().Select(e => e.CaseId));
        Assert.Equal(CaseStatus.IGang, (await _area.Boligsocial.Sees(taken))!.Card.Status);
    }

    [Fact]
    public async Task A_held_case_is_not_even_foreseen()
    {
        var id = await Closed();
        await _area.Dpo.Do(new PlaceHold(id, HoldGround.Klagesag, null, Area.MondayNoon.AddDays(90)));
        _area.Time.Advance(TimeSpan.FromDays(400));

        Assert.Empty(await Due(TimeSpan.Zero));
        await Run(_area.Engine);
        Assert.Empty(await Deleted());
    }

    [Fact]
    public async Task The_log_says_what_was_deleted_by_which_rule_and_which_keys_went_with_it()
    {
        var id = await Closed();
        _area.Time.Advance(TimeSpan.FromDays(400));
        await Run(_area.Engine);

        var proof = Assert.Single(await _area.Store.Erasures.Read(_area.Stream, default));
        var deleted = Assert.IsType<CaseDeleted>(proof.Recorded.Event);
        Assert.Equal((new Sletteregel(Category.Mistrivsel, null, 12), Guid.Empty), (deleted.Regel, proof.Recorded.Actor));
        Assert.Contains(id, deleted.Keys);
        Assert.Equal(2, deleted.Keys.Count);
    }

    [Fact]
    public async Task A_boligorganisation_that_ends_has_nobody_in_it_at_once_and_comes_back_with_no_restart()
    {
        await _area.Ejendom.Flag(beboer: Flags.Proevesen);
        var told = new List<(Guid, Guid?)>();
        _area.Directory.Changed += (omraade, user) => told.Add((omraade, user));
        await _area.Store.Erasures.EndTenant(_area.Tenant, default);
        await _area.Directory.End(_area.Tenant, default);

        using var again = new TenantDirectory(_area.Store, new CommitSignal(), _area.Time);
        await again.Follow(default);

        Assert.Contains((_area.Id, (Guid?)_area.Ejendom.Member.UserId), told);
        Assert.Null(_area.Directory.Find(_area.Ejendom.Member.UserId, _area.Id));
        Assert.Null(again.Find(_area.Ejendom.Member.UserId, _area.Id));
        Assert.Empty(again.Tenants);
        Assert.All((await _area.Log()).Select(r => r.Event).OfType<CaseFlagged>(), e => Assert.Null(e.Description.Value));
    }

    private async Task<Guid> Open()
    {
        var id = await _area.Ejendom.Flag();
        await _area.Boligsocial.Do(new PickUpCase(id));
        return id;
    }

    private async Task<Guid> Closed()
    {
        var id = await _area.Ejendom.Flag(beboer: Flags.Proevesen, basis: Flags.Consent());
        await _area.Boligsocial.Do(new PickUpCase(id));
        await _area.Boligsocial.Do(new CloseCase(id, Outcome.Loest, "Alt er godt"));
        return id;
    }

    private Task Rules(Sletteregler rules) =>
        _area.Directory.Execute(_area.Tenant, _area.Admin.Member.UserId, new TenantRequest(Guid.NewGuid(), [], new ChangeSletteregler(rules)), default);

    private CleanUpRunner Runner(IBoligomraader engine) => new(_area.Store, _area.Store.Deletables, _area.Directory, engine);

    private Task Run(IBoligomraader engine) => Runner(engine).Run(default);

    private Task<IReadOnlyList<DueCleanUp>> Due(TimeSpan ahead) => Runner(_area.Engine).Due(_area.Directory.Omraade(_area.Id)!, ahead, 100, default);

    private async Task<IReadOnlyList<Guid>> Deleted() => [.. (await _area.Log()).Select(r => r.Event).OfType<CaseDeleted>().Select(e => e.CaseId)];
}
