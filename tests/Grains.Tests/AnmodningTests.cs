using Hub.Contracts;
using Hub.Grains.Turn;

namespace Hub.Grains.Tests;

/// <summary>What is kept on a person is gathered from the log, also where the cases have left memory (GDPR art. 15).</summary>
public sealed class AnmodningTests : IAsyncLifetime
{
    private Area _area = null!;

    public async Task InitializeAsync() => _area = await Area.Open();

    public async Task DisposeAsync() => await _area.DisposeAsync();

    [Fact]
    public async Task Linked_cases_that_ended_long_ago_are_part_of_it()
    {
        var old = await _area.Boligsocial.Flag(beboer: Flags.Proevesen);
        var c = await _area.Boligsocial.Flag(beboer: Flags.Proevesen);
        await _area.Boligsocial.Do(new LinkCases(c, old, LinkKind.SammePerson));
        await _area.Boligsocial.Do(new AddNote(old, "Ringede i går", NoteAudience.Eget, NoteKind.Note, null));
        await _area.Boligsocial.Do(new CloseCase(old, Outcome.Loest, null));
        _area.Time.Advance(TimeSpan.FromDays(60));
        var a = await Ask(c, AnmodningKind.Indsigt);
        Assert.DoesNotContain((await _area.Leder.Workspace()).Cases, x => x.CaseId == old);

        var view = (await _area.Engine.ReadAnmodning(_area.Dpo.Member, a, default))!;

        Assert.Equal([c, old], view.Cases.Select(x => x.CaseId));
        Assert.Contains(view.Items, i => i.CaseId == old && i.Text == "Ringede i går");
    }

    [Fact]
    public async Task Nobody_but_the_dpo_reads_it_and_absent_is_as_foreign()
    {
        var a = await Ask(await _area.Boligsocial.Flag(beboer: Flags.Proevesen), AnmodningKind.Indsigt);
        foreach (var who in _area.Everyone.Where(p => p.Name != "dpo"))
        {
            Assert.Null(await _area.Engine.ReadAnmodning(who.Member, a, default));
        }

        Assert.Null(await _area.Engine.ReadAnmodning(_area.Dpo.Member, Guid.NewGuid(), default));
    }

    [Fact]
    public async Task Its_deadlines_come_due_though_the_case_has_left_memory_and_a_restart_knows_them()
    {
        var c = await _area.Boligsocial.Flag(beboer: Flags.Proevesen);
        await _area.Boligsocial.Do(new CloseCase(c, Outcome.Loest, null));
        _area.Time.Advance(TimeSpan.FromDays(60));
        var a = await Ask(c, AnmodningKind.Sletning);
        _area.Time.Advance(TimeSpan.FromDays(40));
        var runner = new DeadlineRunner(_area.Store, _area.Engine, e => throw e);

        Assert.Equal(2, await runner.FireDue(default));

        Assert.Equal(["anmodningReminded", "anmodningOverdue"], (await _area.Log()).Select(r => EventNames.Of(r.Event)).Where(n => n is "anmodningReminded" or "anmodningOverdue"));
        Assert.Equal(0, await runner.FireDue(default));
        var oversight = (await _area.NewEngine().ReadWorkspace(_area.Dpo.Member, default)).Staff!.Oversight!;
        Assert.True(Assert.Single(oversight.Anmodninger).Late);
        await _area.Dpo.Do(new AnswerAnmodning(c, a, null));
    }

    [Fact]
    public async Task A_snapshot_keeps_it_with_what_was_decided_on_single_things()
    {
        var c = await _area.Boligsocial.Flag(beboer: Flags.Proevesen);
        var a = await Ask(c, AnmodningKind.Indsigt);
        var item = (await _area.Engine.ReadAnmodning(_area.Dpo.Member, a, default))!.Items[0].ItemId;
        await _area.Dpo.Do(new HideItem(c, a, item, UdeladtGrund.PrivateHensyn, null));
        await _area.Dpo.Do(new RestrictCase(c, BegraensningGrund.Indsigelse, null));
        await _area.Dpo.Do(new PlaceHold(c, HoldGround.Klagesag, null, _area.Time.GetUtcNow().AddDays(30)));
        var state = await new Catchup(_area.Stream, _area.Store, NoSnapshots.Areas).From(null, default);

        _area.Snapshots.Keep(_area.Stream, state, () => { });
        await _area.Snapshots.Settled;
        var kept = (await _area.Snapshots.Load(_area.Stream, default))!;

        Assert.Equal(UdeladtGrund.PrivateHensyn, kept.Anmodninger[a].Decided[item]);
        Assert.Equal((BegraensningGrund.Indsigelse, HoldGround.Klagesag), (kept.Case(c)!.Restriction, kept.Case(c)!.Hold!.Ground));
    }

    private async Task<Guid> Ask(Guid c, AnmodningKind kind)
    {
        var person = (await _area.Log()).Select(r => r.Event).OfType<CaseFlagged>().Single(f => f.CaseId == c).Beboer!.PersonId;
        return (await _area.Dpo.Do(new ReceiveAnmodning(c, person, kind, _area.Time.GetUtcNow(), "Kom i et brev"))).AnmodningId!.Value;
    }
}
