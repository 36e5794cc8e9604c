using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

public class DeathTests
{
    private readonly Scenario area = new();

    /// <summary>What seals an identity again is none.</summary>
    private IEnumerable<Deadline> Reminders => area.Deadlines.Where(d => d.Kind != DeadlineKind.LegalBasisExpiry);

    [Fact]
    public void A_death_stops_every_reminder_of_the_case()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CreateTask("Ring igen", Kontor.BoligsocialtKontor, id, null, null, area.Now.AddDays(1)));
        Died(id);
        Assert.Empty(Reminders);
        area.Now = area.Now.AddDays(2);
        Assert.All(area.Workspace(Boligsocial).Tasks, t => Assert.False(t.Late));
    }

    [Fact]
    public void And_of_the_same_persons_other_cases()
    {
        var (one, other) = (area.Picked(), area.Flag(Vicevaert));
        area.Given(Boligsocial, new CreateTask("Ring igen", Kontor.BoligsocialtKontor, other, null, null, area.Now.AddDays(1)));
        area.Given(Boligsocial, new LinkCases(one, other, LinkKind.SammePerson));
        Assert.Equal(other, Died(one).Then<DeathNoted>().CaseId);
        Assert.Empty(Reminders);
        Assert.Equal(CaseStatus.Ny, area.Case(other).Status);
        area.Now = area.Now.AddDays(30);
        Assert.DoesNotContain(area.Workspace(Boligsocial).Cases, c => c.Late);
    }

    [Fact]
    public void A_board_is_not_told_of_it_by_a_reminder_that_stays_away()
    {
        var (byBoard, other) = (area.Flag(Bestyrelse), area.Picked());
        area.Given(Boligsocial, new PickUpCase(byBoard));
        area.Given(Boligsocial, new AskFlagger(byBoard));
        area.Given(Boligsocial, new LinkCases(byBoard, other, LinkKind.SammePerson));
        Assert.Equal(byBoard, Died(other).Then<DeathNoted>().CaseId);
        area.Now = area.Now.AddDays(30);
        Assert.True(Assert.Single(area.Board().Tasks).Late);
        Assert.Contains(area.Meet(DeadlineKind.TaskDue).Recorded, r => r.Audience.Reached.Has(Kontor.Bestyrelseskontor));
    }

    [Theory]
    [InlineData(LinkKind.SammeHusstand)]
    public void The_household_is_still_reminded_of(LinkKind kind)
    {
        var (one, other) = (area.Picked(), area.Flag(Vicevaert));
        area.Given(Boligsocial, new LinkCases(one, other, kind));
        Died(one);
        Assert.Contains(area.Deadlines, d => d.Subject == other);
    }

    [Fact]
    public void It_does_not_matter_whether_the_cases_were_linked_before_or_after()
    {
        var (one, other) = (area.Picked(), area.Flag(Vicevaert));
        Died(one);
        Assert.Equal(other, area.When(Boligsocial, new LinkCases(other, one, LinkKind.SammePerson)).Then<DeathNoted>().CaseId);
        Assert.Empty(Reminders);
    }

    [Fact]
    public void A_handover_of_the_other_case_is_not_reminded_of_but_still_returns()
    {
        var (one, other) = (area.Picked(), area.Picked());
        area.Given(Boligsocial, new LinkCases(one, other, LinkKind.SammePerson));
        area.Offered(other, Boligsocial, Kontor.Ejendomskontor);
        Died(one);
        Assert.Equal(DeadlineKind.HandoverExpiry, Assert.Single(Reminders).Kind);
    }

    [Fact]
    public void Another_end_stops_nothing_in_other_cases()
    {
        var (one, other) = (area.Picked(), area.Flag(Vicevaert));
        area.Given(Boligsocial, new LinkCases(one, other, LinkKind.SammePerson));
        Assert.DoesNotContain(area.Given(Boligsocial, new CloseCase(one, Outcome.Flyttet, null)).Events, e => e is DeathNoted);
        Assert.Contains(area.Deadlines, d => d.Subject == other);
    }

    [Fact]
    public void Reported_dead_by_mistake_and_opened_again_reminds_again()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CreateTask("Ring igen", Kontor.BoligsocialtKontor, id, null, null, area.Now.AddDays(1)));
        Died(id);
        area.Given(Vicevaert, new ReopenCase(id, "Det var naboen"));
        Assert.Equal([DeadlineKind.CaseTarget, DeadlineKind.TaskDue], Reminders.Select(d => d.Kind).Order());
    }

    private Result Died(Guid id) => area.Given(Boligsocial, new CloseCase(id, Outcome.Doedsfald, null));
}
