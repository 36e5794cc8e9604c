using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Web.Features.Workspace;

namespace Hub.Web.Tests.Workspace;

public class BridgeTests
{
    private const Kontor Ejendom = Kontor.Ejendomskontor;
    private const Kontor Bestyrelse = Kontor.Bestyrelseskontor;
    private const Kontor Boligsocial = Kontor.BoligsocialtKontor;

    private static readonly Kontor[] Offices = [Ejendom, Bestyrelse, Boligsocial];

    [Fact]
    public void A_new_case_of_ours_stands_with_us()
    {
        var c = Cards.Case();

        Assert.Equal(new Spot(Boligsocial, Lane.HosOs), SpotOf(c, Cards.Boligsocial, c));
    }

    [Fact]
    public void A_case_that_another_office_holds_stands_on_its_pier()
    {
        var c = Cards.Case();

        Assert.Equal(new Spot(Boligsocial, Lane.Andre), SpotOf(c, Cards.Vicevaert, c));
    }

    [Fact]
    public void A_case_nobody_took_in_time_is_late()
    {
        var c = Cards.Case(late: true);

        Assert.Equal(new Spot(Boligsocial, Lane.ForSent), SpotOf(c, Cards.Boligsocial, c));
    }

    [Fact]
    public void A_handover_to_us_waits_for_our_answer()
    {
        var c = Cards.Taken();

        Assert.Equal(new Spot(Ejendom, Lane.SvarNu), SpotOf(c, Cards.Vicevaert, c, Cards.Handover(c, Ejendom)));
    }

    [Fact]
    public void A_handover_from_us_hangs_on_the_span_towards_the_other_office()
    {
        var c = Cards.Taken();

        Assert.Equal(new Spot(Ejendom, Lane.PaaVej), SpotOf(c, Cards.Boligsocial, c, Cards.Handover(c, Ejendom)));
    }

    [Fact]
    public void A_taken_case_with_a_task_at_another_office_waits_for_them_and_carries_the_task()
    {
        var c = Cards.Taken();
        var task = Cards.Task(Boligsocial, Ejendom, c);
        var bridge = Cards.Bridge(Cards.Boligsocial, c, task);

        Assert.Equal(new Spot(Boligsocial, Lane.VenterPaaAndre), bridge.Find(c.CaseId)!.Spot);
        Assert.Equal(task, Assert.Single(((CaseOnBridge)bridge.Find(c.CaseId)!).Tasks));
        Assert.Null(bridge.Find(task.TaskId));
    }

    [Fact]
    public void A_case_nobody_has_taken_stays_with_us_whatever_it_waits_for()
    {
        var c = Cards.Case();

        Assert.Equal(Lane.HosOs, SpotOf(c, Cards.Boligsocial, c, Cards.Task(Boligsocial, Ejendom, c))!.Value.Lane);
    }

    [Fact]
    public void A_task_for_us_does_not_make_our_case_wait()
    {
        var c = Cards.Taken();

        Assert.Equal(Lane.HosOs, SpotOf(c, Cards.Boligsocial, c, Cards.Task(Ejendom, Boligsocial, c))!.Value.Lane);
    }

    [Fact]
    public void A_closed_case_leaves_the_bridge_and_a_done_task_too()
    {
        var c = Cards.Case(status: CaseStatus.Afsluttet);

        Assert.Empty(Cards.Bridge(Cards.Boligsocial, c, Cards.Task(Ejendom, Boligsocial, status: TaskState.Udfoert)).Cards);
    }

    [Fact]
    public void A_task_for_us_is_late_or_with_us()
    {
        var (late, other) = (Cards.Task(Ejendom, Boligsocial, late: true), Cards.Task(Ejendom, Boligsocial));
        var bridge = Cards.Bridge(Cards.Boligsocial, late, other);

        Assert.Equal((Lane.ForSent, Lane.HosOs), (bridge.Find(late.TaskId)!.Spot.Lane, bridge.Find(other.TaskId)!.Spot.Lane));
    }

    [Fact]
    public void Being_asked_to_ask_the_beboer_waits_for_our_answer()
    {
        var task = Cards.Task(Boligsocial, Ejendom, purpose: TaskPurpose.SpoergBeboeren);

        Assert.Equal(Lane.SvarNu, SpotOf(task, Cards.Ejendomsleder, task)!.Value.Lane);
    }

    [Fact]
    public void A_vicevaert_finds_every_task_above_the_bridge()
    {
        var (ask, late) = (Cards.Task(Boligsocial, Ejendom, purpose: TaskPurpose.SpoergBeboeren), Cards.Task(Boligsocial, Ejendom, late: true));

        Assert.Equal([late.TaskId, ask.TaskId], Cards.Bridge(Cards.Vicevaert, ask, late).OwnRow(Lane.Opgaver).Select(c => c.Id));
    }

    [Fact]
    public void A_task_we_gave_outside_a_case_of_ours_waits_for_others()
    {
        var task = Cards.Task(Boligsocial, Ejendom);

        Assert.Equal(new Spot(Boligsocial, Lane.VenterPaaAndre), SpotOf(task, Cards.Boligsocial, task));
    }

    [Fact]
    public void A_task_between_others_is_none_of_ours()
    {
        var task = Cards.Task(Ejendom, Ejendom);

        Assert.Null(SpotOf(task, Cards.Boligsocial, task));
    }

    [Theory]
    [InlineData(Bestyrelse, Boligsocial, MatterStatus.Ny, Boligsocial, Lane.SvarNu)]
    [InlineData(Boligsocial, Bestyrelse, MatterStatus.PaaDagsorden, Bestyrelse, Lane.PaaVej)]
    [InlineData(Boligsocial, Bestyrelse, MatterStatus.Besluttet, Boligsocial, Lane.HosOs)]
    [InlineData(Bestyrelse, Boligsocial, MatterStatus.Besluttet, Bestyrelse, Lane.Andre)]
    public void A_matter_stands_with_the_office_that_moves_next(object from, object to, object status, object pier, object lane)
    {
        var matter = Cards.Matter((Kontor)from, (Kontor)to, (MatterStatus)status);

        Assert.Equal(new Spot((Kontor)pier, (Lane)lane), SpotOf(matter, Cards.Boligsocial, matter));
    }

    [Fact]
    public void A_closed_matter_leaves_the_bridge()
    {
        var matter = Cards.Matter(Boligsocial, Bestyrelse, MatterStatus.Lukket);

        Assert.Null(SpotOf(matter, Cards.Boligsocial, matter));
    }

    [Fact]
    public void A_taken_case_that_the_board_is_asked_about_waits_for_it()
    {
        var c = Cards.Taken();

        Assert.Equal(Lane.VenterPaaAndre, SpotOf(c, Cards.Boligsocial, c, Cards.Matter(Boligsocial, Bestyrelse, c: c))!.Value.Lane);
    }

    [Fact]
    public void A_leader_sees_what_is_stuck_late_and_unassigned_apart()
    {
        var stuck = Cards.Taken(updated: Cards.Now - Placing.StuckAfter - TimeSpan.FromMinutes(1));
        var back = Cards.Case(status: CaseStatus.IGang, late: true, expiredBack: true);
        var (late, free, taken) = (Cards.Case(late: true), Cards.Case(), Cards.Taken());
        var bridge = Cards.Bridge(Cards.Leder, stuck, back, late, free, taken);

        Assert.Equal(
            [Lane.SidderFast, Lane.SidderFast, Lane.ForSent, Lane.UdenAnsvarlig, Lane.HosOs],
            new[] { stuck, back, late, free, taken }.Select(c => bridge.Find(c.CaseId)!.Spot.Lane));
    }

    [Fact]
    public void Only_a_leader_is_told_what_is_stuck_or_unassigned()
    {
        var stuck = Cards.Taken(updated: Cards.Now.AddYears(-1));

        Assert.Equal(Lane.HosOs, SpotOf(stuck, Cards.Boligsocial, stuck)!.Value.Lane);
    }

    [Fact]
    public void A_leader_who_stands_in_for_a_missing_office_has_its_cases_on_their_own_pier()
    {
        var c = Cards.Case(Ejendom);
        var standsIn = Cards.Leder with { Offices = Kontorer.Personale };

        Assert.Equal(Boligsocial, SpotOf(c, standsIn, c)!.Value.Pier);
    }

    [Fact]
    public void Those_without_an_office_have_no_pier_of_their_own()
    {
        var bridge = Cards.Bridge(Cards.Dpo, Cards.Case(Ejendom), Cards.Case());

        Assert.Null(bridge.Own);
        Assert.All(bridge.Cards, c => Assert.Equal(Lane.Andre, c.Spot.Lane));
    }

    [Fact]
    public void A_row_has_the_late_first_then_the_free_then_ones_own_then_the_urgent_then_what_is_due()
    {
        var late = Cards.Case(Boligsocial, late: true, assignee: Cards.Me, severity: Severity.Lav, number: "S-0001");
        var akut = Cards.Case(Boligsocial, severity: Severity.Akut, number: "S-0002");
        var soon = Cards.Case(Boligsocial, target: Cards.Now.AddHours(1), number: "S-0003");
        var later = Cards.Case(Boligsocial, target: Cards.Now.AddHours(2), number: "S-0004");
        var mine = Cards.Case(Boligsocial, assignee: Cards.Me, severity: Severity.Lav, number: "S-0005");
        var taken = Cards.Case(Boligsocial, assignee: Guid.NewGuid(), severity: Severity.Akut, number: "S-0006");

        var row = Cards.Bridge(Cards.Vicevaert, taken, mine, later, soon, akut, late).Row(Boligsocial, Lane.Andre);

        Assert.Equal([late, akut, soon, later, mine, taken], row.Cast<CaseOnBridge>().Select(c => c.Card));
    }

    [Fact]
    public void Everything_on_its_way_lies_in_one_row_whichever_pier_it_goes_to()
    {
        var (c, matter) = (Cards.Taken(), Cards.Matter(Boligsocial, Bestyrelse));
        var bridge = Cards.Bridge(Cards.Boligsocial, c, Cards.Handover(c, Ejendom), matter);

        Assert.Equal(new HashSet<Guid> { c.CaseId, matter.MatterId }, [.. bridge.Outgoing.Select(o => o.Id)]);
        Assert.Single(bridge.Outgoing.Select(o => o.Spot.Key).Distinct());
    }

    [Fact]
    public void The_own_pier_comes_first()
    {
        Assert.Equal([Boligsocial, Ejendom, Bestyrelse], Cards.Bridge(Cards.Boligsocial).Piers);
    }

    [Fact]
    public void Whatever_comes_each_thing_stands_once_and_on_a_pier_with_that_row()
    {
        var random = new Random(20260302);
        foreach (var viewer in new[] { Cards.Boligsocial, Cards.Leder, Cards.Vicevaert, Cards.Ejendomsleder })
        {
            var bridge = Cards.Bridge(viewer, Any(random));

            Assert.Equal(bridge.Cards.Count, bridge.Cards.Select(c => c.Id).Distinct().Count());
            Assert.All(bridge.Cards, c => Assert.Equal(c.Spot.Lane is not (Lane.PaaVej or Lane.Andre), c.Spot.Pier == bridge.Own));
        }
    }

    private static object[] Any(Random random)
    {
        var cases = Enumerable.Range(0, 200).Select(_ => Cards.Case(
            random.Next(2) == 0 ? Ejendom : Boligsocial, (CaseStatus)random.Next(4), late: random.Next(4) == 0, expiredBack: random.Next(9) == 0)).ToList();
        return
        [
            .. cases,
            .. cases.Where(c => c.Status == CaseStatus.UnderOverdragelse).Select(c => Cards.Handover(c, c.Kontor == Ejendom ? Boligsocial : Ejendom)),
            .. cases.Select(c => Cards.Task(Offices[random.Next(3)], Offices[random.Next(3)], c, random.Next(3) == 0, (TaskState)random.Next(2))),
            .. cases.Select(c => Cards.Matter(c.Kontor, Bestyrelse, (MatterStatus)random.Next(4), c)),
        ];
    }

    private static Spot? SpotOf(object thing, Viewer viewer, params object[] all) => Cards.Bridge(viewer, all).Find(thing switch
    {
        CaseCard c => c.CaseId,
        TaskCard t => t.TaskId,
        MatterCard m => m.MatterId,
        _ => throw new ArgumentException("Not a card.", nameof(thing)),
    })?.Spot;
}
