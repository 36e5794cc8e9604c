using Hub.Contracts;
using Hub.Domain.Deletion;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>Nothing is kept for longer than there is a reason to (GDPR art. 5(1)(e)).</summary>
public class CleanUpTests
{
    private static readonly Membership Hub = new(Tenant, Omraade, Guid.Empty, null, Rolle.Medarbejder, Employer.Boligorganisation);

    private readonly Scenario area = new();

    [Fact]
    public void A_closed_case_is_deleted_when_its_time_is_over_and_not_before()
    {
        var id = Closed(Category.Mistrivsel, Outcome.Loest);
        var persons = area.Case(id).People.Select(p => p.PersonId).ToList();
        var closed = area.Now;
        area.Now = closed.AddMonths(12).AddSeconds(-1);
        CleanUp(id).ChangedNothing();

        area.Now = closed.AddMonths(12);
        var deleted = CleanUp(id).Then<CaseDeleted>();

        Assert.Equal((Category.Mistrivsel, Outcome.Loest, new Sletteregel(Category.Mistrivsel, null, 12), closed), (deleted.Category, deleted.Outcome, deleted.Regel, deleted.ClosedAt));
        Assert.Equal([.. persons, id], deleted.Keys);
        Assert.Null(area.State.Case(id));
        area.When(Boligsocial, new ReopenCase(id, "fortrudt")).Refused(RejectionCode.NotFound);
    }

    [Fact]
    public void Claims_for_rent_are_kept_until_they_are_time_barred_as_forældelsesloven_3_says() =>
        Assert.Equal(36, Slettefrister.Standard.For(Category.Restance, Outcome.Ophaevet).Months);

    [Fact]
    public void House_order_outlives_a_betinget_lejeforhold_as_almenlejeloven_82_says()
    {
        Assert.Equal(24, Slettefrister.Standard.For(Category.Naboklage, Outcome.Beboerklagenaevn).Months);
        Assert.Equal(12, Slettefrister.Standard.For(Category.Naboklage, Outcome.Ubegrundet).Months);
    }

    [Fact]
    public void A_flag_that_nobody_took_lapses_and_is_gone_half_a_year_after_it_was_raised()
    {
        var raised = area.Now;
        var id = area.Flag(Vicevaert);
        area.Now = raised.AddMonths(5);
        Assert.Equal(5, CleanUp(id).Then<CaseLapsed>().AfterMonths);
        Assert.Equal((Outcome.Bortfaldet, CaseStatus.Afsluttet), (area.Case(id).Outcome, area.Case(id).Status));
        Assert.NotNull(area.View(Vicevaert, id));
        CleanUp(id).ChangedNothing();

        area.Now = raised.AddMonths(6);
        CleanUp(id).Then<CaseDeleted>();
    }

    [Fact]
    public void A_flag_that_lapsed_can_be_opened_again_by_whoever_raised_it()
    {
        var id = area.Flag(Vicevaert);
        area.Now = area.Now.AddMonths(5);
        CleanUp(id);

        area.When(Vicevaert, new ReopenCase(id, "Det står på endnu")).Accepted();
    }

    [Fact]
    public void Something_that_is_done_about_a_flag_puts_its_end_off()
    {
        var id = area.Flag(Vicevaert);
        area.Now = area.Now.AddMonths(4);
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen));
        area.Now = area.Now.AddMonths(1);

        CleanUp(id).ChangedNothing();
    }

    [Fact]
    public void A_case_that_somebody_works_never_lapses()
    {
        var id = area.Picked();
        area.Now = area.Now.AddYears(20);

        CleanUp(id).ChangedNothing();
    }

    [Fact]
    public void What_is_held_is_kept_as_gdpr_17_3_says_and_goes_when_the_hold_is_lifted()
    {
        var id = Closed(Category.Mistrivsel, Outcome.Loest);
        area.Given(Dpo, new PlaceHold(id, HoldGround.Klagesag, null, area.Now.AddYears(1)));
        Assert.Null(Deletables.Of(area.Case(id)));
        area.Now = area.Now.AddYears(5);
        CleanUp(id).ChangedNothing();

        area.Given(Dpo, new LiftHold(id));

        Assert.NotNull(Deletables.Of(area.Case(id)));
        CleanUp(id).Then<CaseDeleted>();
    }

    [Fact]
    public void What_may_not_be_used_is_kept_as_gdpr_18_says_and_what_somebody_asked_to_see_until_they_are_answered()
    {
        var (locked, asked) = (Closed(Category.Mistrivsel, Outcome.Loest), Closed(Category.Mistrivsel, Outcome.Loest));
        area.Given(Dpo, new RestrictCase(locked, BegraensningGrund.BrugForRetskrav, null));
        area.Now = area.Now.AddYears(5);
        var a = area.Given(Dpo, new ReceiveAnmodning(asked, area.Case(asked).Beboer!.PersonId, AnmodningKind.Indsigt, area.Now, null)).Receipt.AnmodningId!.Value;
        CleanUp(locked).ChangedNothing();
        CleanUp(asked).ChangedNothing();

        area.Given(Dpo, new LiftRestriction(locked, area.Now));
        area.Given(Dpo, new AnswerAnmodning(asked, a, null));

        CleanUp(locked).Then<CaseDeleted>();
        CleanUp(asked).Then<CaseDeleted>();
    }

    [Fact]
    public void A_rule_for_an_outcome_goes_before_one_for_its_category_and_that_before_the_built_in()
    {
        Rules(new Sletteregler([new(Category.Restance, null, 20), new(Category.Restance, Outcome.Betalt, 6)], 5, 50));

        Assert.Equal(6, area.Area.Slettefrister.For(Category.Restance, Outcome.Betalt).Months);
        Assert.Equal(20, area.Area.Slettefrister.For(Category.Restance, Outcome.Ophaevet).Months);
        Assert.Equal(1, area.Area.Slettefrister.For(Category.Restance, Outcome.Bortfaldet).Months);
        Assert.Equal(12, area.Area.Slettefrister.For(Category.Mistrivsel, Outcome.Loest).Months);
    }

    [Fact]
    public void New_rules_delete_nothing_for_a_week()
    {
        var id = Closed(Category.Mistrivsel, Outcome.Loest);
        area.Now = area.Now.AddMonths(2);
        Rules(new Sletteregler([new(Category.Mistrivsel, null, 1)], 5, 50), area.Now);
        area.Now = area.Now.AddDays(7).AddSeconds(-1);
        CleanUp(id).ChangedNothing();

        area.Now = area.Now.AddSeconds(1);
        CleanUp(id).Then<CaseDeleted>();
    }

    [Fact]
    public void A_night_takes_no_more_than_the_rules_allow_and_the_next_goes_on()
    {
        Rules(new Sletteregler([], 5, 2));
        var ids = Enumerable.Range(0, 3).Select(_ => Closed(Category.Mistrivsel, Outcome.Loest)).ToList();
        area.Now = area.Now.AddYears(2);
        Assert.Equal([1, 1, 0], ids.Select(id => CleanUp(id).Events.Count));

        area.Now = area.Now.AddDays(1);
        Assert.Equal([0, 0, 1], ids.Select(id => area.State.Case(id) is null ? 0 : CleanUp(id).Events.Count));
    }

    [Fact]
    public void A_case_waits_for_the_matter_that_came_from_it()
    {
        var id = area.Picked();
        area.Given(Boligsocial, Beboere.Offer(id, Kontor.Bestyrelseskontor));
        var matter = area.State.Matters.Values.Single().Id;
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.Now = area.Now.AddYears(2);
        CleanUp(id).ChangedNothing();

        area.Given(Bestyrelse, new DecideMatter(matter, "Nye lamper"));
        area.Given(Bestyrelse, new CloseMatter(matter, MatterOutcome.Loest));
        CleanUp(id).Then<CaseDeleted>();
    }

    [Fact]
    public void Whoever_saw_the_case_is_told_to_take_it_away_and_the_board_hears_nothing()
    {
        var id = Closed(Category.Mistrivsel, Outcome.Loest);
        area.Now = area.Now.AddYears(2);
        CleanUp(id);

        var last = area.Log[^1];
        Assert.Equal((Kontorer.Personale, Kontorer.Ingen, null), (last.Audience.Reached, last.Audience.Readers, last.BoardSeq));
    }

    private Guid Closed(Category category, Outcome outcome)
    {
        var id = area.Picked(Beboere.Worry(category) with { LegalBasis = Beboere.Consent(), ToKontor = Kontor.BoligsocialtKontor });
        area.Given(Boligsocial, new CloseCase(id, outcome, "Vi er færdige"));
        return id;
    }

    private void Rules(Sletteregler rules, DateTimeOffset? changed = null) =>
        area.Area = new AreaFacts(OmraadeSettings.Standard, Everyone, [], ["Nordlyset"], Time.Copenhagen.Zone) { Slettefrister = new Slettefrister(rules, changed) };

    private Result CleanUp(Guid id) => area.When(Hub, new CleanUpCase(id));
}
