using Hub.Contracts;
using Hub.Domain.Time;

using static Hub.Domain.Tests.Time.Copenhagen;

namespace Hub.Domain.Tests.Time;

public class TargetsTests
{
    [Theory]
    [InlineData(Severity.Hoej, "2026-03-03 10:00")]
    [InlineData(Severity.Mellem, "2026-03-04 10:00")]
    [InlineData(Severity.Lav, "2026-03-09 10:00")]
    public void A_case_is_taken_within_working_days(Severity severity, string target) =>
        Assert.Equal(At(target), Targets.Of(severity, At("2026-03-02 10:00"), Kontor.Ejendomskontor, Standard));

    [Fact]
    public void The_days_are_those_of_the_office_that_holds_it()
    {
        var calendar = With(Kontor.BoligsocialtKontor, Hours(DayOfWeek.Thursday, "12:00", "16:00"));
        Assert.Equal(At("2026-03-05 12:00"), Targets.Of(Severity.Hoej, At("2026-03-02 10:00"), Kontor.BoligsocialtKontor, calendar));
        Assert.Equal(At("2026-03-03 10:00"), Targets.Of(Severity.Hoej, At("2026-03-02 10:00"), Kontor.Ejendomskontor, calendar));
    }

    [Theory]
    [InlineData("2026-03-02 10:00", "2026-03-02 12:00")]
    [InlineData("2026-03-06 23:30", "2026-03-07 01:30")] // a Friday night
    [InlineData("2026-03-29 01:30 +01:00", "2026-03-29 04:30 +02:00")]
    public void Danger_is_two_hours_by_the_wall_clock_whatever_the_hour(string flagged, string target) =>
        Assert.Equal(At(target), Targets.Of(Severity.Akut, At(flagged), Kontor.BoligsocialtKontor, Standard));
}
