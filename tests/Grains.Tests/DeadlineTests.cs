using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains.Tests;

/// <summary>Nobody forgets: what falls due by the database's clock happens once, however many nodes fire it.</summary>
public sealed class DeadlineTests : IAsyncLifetime
{
    private Area _area = null!;

    public async Task InitializeAsync() => _area = await Area.Open();

    public async Task DisposeAsync() => await _area.DisposeAsync();

    [Fact]
    public async Task A_handover_is_reminded_at_half_time_and_runs_out_back_to_its_sender()
    {
        var id = await _area.Ejendom.Flag();
        await _area.Boligsocial.Do(new PickUpCase(id));
        await _area.Boligsocial.Do(new OfferHandover(id, Kontor.Ejendomskontor, "lås", "Låsen binder", null));

        _area.Time.Advance(TimeSpan.FromDays(2));
        await FireAll();
        Assert.Contains(await _area.Log(), r => r.Event is HandoverReminded);
        Assert.DoesNotContain(await _area.Log(), r => r.Event is HandoverExpired);

        _area.Time.Advance(TimeSpan.FromDays(2));
        await FireAll();

        var card = (await _area.Leder.Sees(id))!.Card;
        Assert.Equal((CaseStatus.IGang, Kontor.BoligsocialtKontor, true), (card.Status, card.Kontor, card.ExpiredBack));
    }

    [Fact]
    public async Task Two_nodes_that_fire_the_same_deadline_act_once()
    {
        await _area.Ejendom.Flag();
        _area.Time.Advance(TimeSpan.FromDays(10));
        var one = new DeadlineRunner(_area.Store, _area.Engine, _ => { });
        var two = new DeadlineRunner(_area.Store, _area.NewEngine(), _ => { });

        await Task.WhenAll(one.FireDue(default), two.FireDue(default), one.FireDue(default));

        Assert.Single(await _area.Log(), r => r.Event is CaseTargetMissed);
        Assert.Empty(await _area.Store.ReadDueDeadlines(10, default));
    }

    [Fact]
    public async Task An_area_that_fails_holds_up_no_other_however_much_of_it_is_due_first()
    {
        await _area.Ejendom.Flag();
        var unknown = new StreamKey(_area.Tenant, Guid.NewGuid());
        var many = Enumerable.Range(0, 250).Select(_ => new Deadline(DeadlineKind.TaskDue, Guid.NewGuid(), Area.MondayNoon));
        await _area.Store.Append(new Append(unknown, 0, LockHead: false, [], [], [.. many], [], []), default);
        _area.Time.Advance(TimeSpan.FromDays(10));
        var faults = new List<Exception>();

        var fired = await new DeadlineRunner(_area.Store, _area.Engine, faults.Add).FireDue(default);

        Assert.Single(await _area.Log(), r => r.Event is CaseTargetMissed);
        Assert.Equal(1, fired);
        Assert.Single(faults);
    }

    [Fact]
    public async Task A_case_that_was_taken_in_time_has_no_deadline_left()
    {
        var id = await _area.Ejendom.Flag();
        await _area.Boligsocial.Do(new PickUpCase(id));
        _area.Time.Advance(TimeSpan.FromDays(30));

        Assert.Empty(await _area.Store.ReadDueDeadlines(10, default));
    }

    [Fact]
    public async Task A_basis_that_ran_out_is_sealed_by_time_alone_and_the_deadline_wakes_the_screens()
    {
        var basis = Flags.Consent() with { Expires = Area.MondayNoon.AddDays(1) };
        var id = await _area.Ejendom.Flag(beboer: Flags.Proevesen, basis: basis);
        Assert.Equal(IdentityState.Aaben, (await _area.Boligsocial.Sees(id))!.Card.Identity!.State);

        _area.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(IdentityState.Forseglet, (await _area.Boligsocial.Sees(id))!.Card.Identity!.State);

        await FireAll();
        Assert.Single(await _area.Log(), r => r.Event is LegalBasisExpired);
    }

    [Fact]
    public async Task A_death_stops_every_reminder_of_the_same_person()
    {
        var id = await _area.Ejendom.Flag(Category.Aeldre);
        var other = await _area.Ejendom.Flag(Category.Restance);
        await _area.Boligsocial.Do(new CreateTask("Ring igen", Kontor.BoligsocialtKontor, other, null, null, Area.MondayNoon.AddDays(3)));
        await _area.Boligsocial.Do(new LinkCases(id, other, LinkKind.SammePerson));

        await _area.Boligsocial.Do(new CloseCase(id, Outcome.Doedsfald, null));
        _area.Time.Advance(TimeSpan.FromDays(30));

        Assert.Empty(await _area.Store.ReadDueDeadlines(10, default));
        Assert.False((await _area.Boligsocial.Sees(other))!.Card.Late);
    }

    private async Task FireAll()
    {
        var runner = new DeadlineRunner(_area.Store, _area.Engine, e => throw e);
        while (await runner.FireDue(default) > 0)
        {
        }
    }
}
