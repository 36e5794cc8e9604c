using Hub.Contracts;
using Hub.Web.Features.Me;
using Hub.Web.Tests.Workspace;
using static Hub.Web.Tests.Workspace.Cards;

namespace Hub.Web.Tests.Me;

/// <summary>What stands on a person's day, and how soon.</summary>
public class DayTests
{
    private const Kontor Us = Kontor.BoligsocialtKontor;
    private const Kontor Them = Kontor.Ejendomskontor;

    [Fact]
    public void A_handover_to_us_wants_an_answer_now()
    {
        var c = Case(Them, CaseStatus.UnderOverdragelse);

        Assert.Equal(Urgency.SvarNu, Assert.Single(Day(c, Handover(c, Us))).Urgency);
    }

    [Fact]
    public void A_matter_to_us_wants_an_answer_now_until_it_has_one()
    {
        Assert.Equal(Urgency.SvarNu, Assert.Single(Day(Matter(Kontor.Bestyrelseskontor, Us))).Urgency);
        Assert.Empty(Day(Matter(Kontor.Bestyrelseskontor, Us, MatterStatus.Besluttet)));
        Assert.Empty(Day(Matter(Us, Kontor.Bestyrelseskontor)));
    }

    [Fact]
    public void A_case_of_mine_and_one_that_nobody_has_are_mine_to_see_and_a_colleagues_is_not()
    {
        Assert.Single(Day(Case(assignee: Cards.Me)));
        Assert.Single(Day(Case()));
        Assert.Empty(Day(Case(assignee: Guid.NewGuid())));
        Assert.Empty(Day(Case(Them)));
        Assert.Empty(Day(Case(status: CaseStatus.Afsluttet, assignee: Cards.Me)));
    }

    [Theory]
    [InlineData(true, 0, Urgency.ForSent)]
    [InlineData(false, 0, Urgency.IDag)]
    [InlineData(false, 3, Urgency.Resten)]
    public void A_case_is_due_by_the_day_when_it_should_be_taken(bool late, int days, Urgency urgency) =>
        Assert.Equal(urgency, Assert.Single(Day(Case(late: late, target: Now.AddDays(days)))).Urgency);

    [Fact]
    public void Danger_that_nobody_has_taken_comes_before_everything_else()
    {
        var day = Day(Matter(Kontor.Bestyrelseskontor, Us), Case(severity: Severity.Akut, target: Now.AddHours(1), number: "S-0112"));

        Assert.Equal(("S-0112", Urgency.SvarNu), (day[0].Number, day[0].Urgency));
    }

    [Fact]
    public void A_case_that_waits_for_the_other_offices_answer_is_not_urgent() =>
        Assert.Equal(Urgency.Resten, Assert.Single(Day(Case(status: CaseStatus.UnderOverdragelse, assignee: Cards.Me, late: true))).Urgency);

    [Fact]
    public void A_case_that_came_back_unanswered_is_late_for_the_whole_office() =>
        Assert.Equal(Urgency.ForSent, Assert.Single(Day(Case(assignee: Guid.NewGuid(), late: true, expiredBack: true))).Urgency);

    [Fact]
    public void A_task_to_us_is_on_the_day_until_it_is_done()
    {
        Assert.True(Assert.Single(Day(Task(Them, Us))).IsTask);
        Assert.Equal(Urgency.ForSent, Assert.Single(Day(Task(Them, Us, late: true))).Urgency);
        Assert.Empty(Day(Task(Them, Us, status: TaskState.Udfoert)));
        Assert.Empty(Day(Task(Us, Them)));
    }

    [Fact]
    public void A_board_answers_new_matters_now_and_those_on_an_agenda_at_the_meeting()
    {
        var view = new BoardWorkspaceView(
            1, [BoardMatter(MatterStatus.Ny), BoardMatter(MatterStatus.PaaDagsorden), BoardMatter(MatterStatus.Besluttet)], [], [], new Dictionary<Kontor, OfficeCount>());

        var day = new BoardDay(Boligsocial.Member with { Kontor = Kontor.Bestyrelseskontor }, view, Now).Items;

        Assert.Equal([Urgency.SvarNu, Urgency.Resten], day.Select(i => i.Urgency));
    }

    [Fact]
    public void A_title_that_is_the_start_of_the_text_says_it_only_once()
    {
        Assert.Null(DayItem.Beyond("Lyset på…", "Lyset på stien er slukket."));
        Assert.Equal("Tre lamper er slukket.", DayItem.Beyond("Lyset", "Tre lamper er slukket."));
    }

    private static List<DayItem> Day(params object[] things)
    {
        var view = new WorkspaceView(
            1, [.. things.OfType<CaseCard>()], [.. things.OfType<TaskCard>()], [.. things.OfType<HandoverCard>()], [.. things.OfType<MatterCard>()],
            new Dictionary<Kontor, OfficeCount>());
        return [.. new StaffDay(Boligsocial.Member, Boligsocial.Offices, view, Now).Items.OrderBy(i => i.Urgency).ThenBy(i => i.Order)];
    }

    private static BoardMatter BoardMatter(MatterStatus status) => new(
        Guid.NewGuid(), "M-0001", "Ladcykler", "Plads til et skur?", status, Now, status == MatterStatus.Besluttet ? null : Now.AddDays(9), Them,
        Kontor.Bestyrelseskontor, DateOnly.FromDateTime(Now.AddDays(9).UtcDateTime), null, null, false);
}
