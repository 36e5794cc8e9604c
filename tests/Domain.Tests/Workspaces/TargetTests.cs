using Hub.Contracts;
using Hub.Domain.Tests.Time;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>Nobody forgets.</summary>
public class TargetTests
{
    private readonly Scenario area = new();

    [Theory]
    [InlineData(Severity.Akut, "2026-03-02 12:00")]
    [InlineData(Severity.Hoej, "2026-03-03 10:00")]
    [InlineData(Severity.Mellem, "2026-03-04 10:00")]
    [InlineData(Severity.Lav, "2026-03-09 10:00")]
    public void A_flag_is_taken_within_the_target_of_its_severity(Severity severity, string target)
    {
        Assert.Equal(Copenhagen.At(target), area.When(Vicevaert, Beboere.Worry(severity: severity)).Then<CaseFlagged>().Target);
        Assert.Equal(Copenhagen.At(target), Assert.Single(area.Deadlines).Due);
    }

    [Fact]
    public void The_days_are_those_of_the_office_that_holds_it()
    {
        var hours = new Dictionary<Kontor, IReadOnlyList<OpeningHours>> { [Kontor.BoligsocialtKontor] = [Copenhagen.Hours(DayOfWeek.Thursday, "12:00", "16:00")] };
        var thursdays = new Scenario(OmraadeSettings.Standard with { Opening = hours });
        Assert.Equal(Copenhagen.At("2026-03-05 12:00"), thursdays.When(Vicevaert, Beboere.Worry(severity: Severity.Hoej)).Then<CaseFlagged>().Target);
    }

    [Fact]
    public void Missed_it_is_said_once_and_the_case_is_late()
    {
        var id = area.Flag(Vicevaert);
        area.Meet(DeadlineKind.CaseTarget).Then<CaseTargetMissed>();
        Assert.Empty(area.Deadlines);
        area.Now += TimeSpan.FromSeconds(1);
        Assert.True(Assert.Single(area.Workspace(Boligsocial).Cases).Late);
        Assert.Equal(1, area.Workspace(Vicevaert).Offices[Kontor.BoligsocialtKontor].Late);
        area.Given(Boligsocial, new PickUpCase(id));
        Assert.False(Assert.Single(area.Workspace(Boligsocial).Cases).Late);
    }

    [Fact]
    public void Taken_in_time_it_is_not()
    {
        var id = area.Flag(Vicevaert);
        var deadline = Assert.Single(area.Deadlines);
        area.Given(Boligsocial, new PickUpCase(id));
        Assert.Empty(area.Deadlines);
        area.Meet(deadline).ChangedNothing();
    }

    [Fact]
    public void What_one_registers_oneself_waits_for_nobody()
    {
        area.Flag(Boligsocial);
        Assert.Empty(area.Deadlines);
    }

    [Fact]
    public void A_deadline_that_fires_twice_is_met_once()
    {
        area.Flag(Vicevaert);
        var deadline = Assert.Single(area.Deadlines);
        area.Now = deadline.Due;
        area.Meet(deadline).Then<CaseTargetMissed>();
        area.Meet(deadline).ChangedNothing();
        area.Meet(deadline with { Subject = Id(404) }).ChangedNothing();
    }

    [Fact]
    public void The_board_is_not_told_of_a_missed_target()
    {
        area.Flag(Bestyrelse);
        Assert.False(area.Meet(DeadlineKind.CaseTarget).Recorded[0].Audience.Reached.Has(Kontor.Bestyrelseskontor));
    }
}
