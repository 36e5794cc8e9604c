using Hub.Contracts;
using Hub.Domain.Time;

using static Hub.Domain.Tests.Time.Copenhagen;

namespace Hub.Domain.Tests.Time;

/// <summary>2026-03-02 is a Monday.</summary>
public class WorkCalendarTests
{
    private const Kontor Office = Kontor.BoligsocialtKontor;

    [Theory]
    [InlineData("2026-03-02 10:30", 1, "2026-03-03 10:30")]
    [InlineData("2026-03-02 10:30", 3, "2026-03-05 10:30")]
    [InlineData("2026-03-05 14:30", 1, "2026-03-06 14:00")] // Friday closes at 14
    [InlineData("2026-03-06 10:00", 1, "2026-03-09 10:00")] // over a weekend
    [InlineData("2026-03-07 10:00", 1, "2026-03-09 10:00")] // from a Saturday
    [InlineData("2026-03-02 20:00", 1, "2026-03-03 15:00")] // after closing: closing time
    [InlineData("2026-03-02 06:00", 1, "2026-03-03 08:00")] // before opening: opening time
    [InlineData("2026-04-01 12:00", 1, "2026-04-07 12:00")] // over Easter
    [InlineData("2026-12-23 12:00", 2, "2026-12-29 12:00")] // over Christmas
    [InlineData("2026-03-27 12:00", 1, "2026-03-30 12:00")] // over the night the clock goes forward
    [InlineData("2026-10-23 12:00", 1, "2026-10-26 12:00")] // over the night it goes back
    public void Working_days_keep_the_local_time_of_day_within_opening_hours(string from, int days, string due) =>
        Assert.Equal(At(due), Standard.AddWorkingDays(At(from), days, Office));

    [Fact]
    public void No_days_is_now() => Assert.Equal(At("2026-03-07 10:00"), Standard.AddWorkingDays(At("2026-03-07 10:00"), 0, Office));

    [Fact]
    public void Local_closing_days_are_no_working_days()
    {
        var calendar = new WorkCalendar(Zone, OmraadeSettings.Standard with { ExtraClosedDays = [new(2026, 3, 3)] });
        Assert.Equal(At("2026-03-04 10:00"), calendar.AddWorkingDays(At("2026-03-02 10:00"), 1, Office));
    }

    [Fact]
    public void Each_office_counts_in_its_own_hours()
    {
        var calendar = With(Kontor.Ejendomskontor, Hours(DayOfWeek.Thursday, "09:00", "11:00"));
        Assert.Equal(At("2026-03-05 11:00"), calendar.AddWorkingDays(At("2026-03-02 13:00"), 1, Kontor.Ejendomskontor));
        Assert.Equal(At("2026-03-03 13:00"), calendar.AddWorkingDays(At("2026-03-02 13:00"), 1, Office));
    }

    [Fact]
    public void A_time_in_the_lunch_break_moves_to_the_next_opening()
    {
        var calendar = With(Office, Hours(DayOfWeek.Tuesday, "13:00", "15:00"), Hours(DayOfWeek.Tuesday, "09:00", "11:00"));
        Assert.Equal(At("2026-03-03 13:00"), calendar.AddWorkingDays(At("2026-03-02 12:00"), 1, Office));
    }

    [Theory]
    [InlineData("2026-03-02 10:00", 2.0, "2026-03-02 12:00")]
    [InlineData("2026-03-02 14:00", 1.0, "2026-03-02 15:00")]
    [InlineData("2026-03-02 14:00", 2.0, "2026-03-03 09:00")]
    [InlineData("2026-03-06 13:00", 2.0, "2026-03-09 09:00")]
    [InlineData("2026-03-07 13:00", 0.5, "2026-03-09 08:30")]
    [InlineData("2026-03-02 05:00", 8.0, "2026-03-03 09:00")]
    [InlineData("2026-03-02 05:00", 0.0, "2026-03-02 05:00")]
    public void Working_time_runs_only_while_the_office_is_open(string from, double hours, string due) =>
        Assert.Equal(At(due), Standard.AddWorkingTime(At(from), TimeSpan.FromHours(hours), Office));

    [Theory]
    [InlineData("2026-03-02 10:00", "2026-03-05 10:00", "2026-03-03 13:30")]
    [InlineData("2026-03-06 10:00", "2026-03-09 10:00", "2026-03-06 13:00")]
    [InlineData("2026-03-07 08:00", "2026-03-08 08:00", "2026-03-07 20:00")] // no working time between: plain half
    [InlineData("2026-03-02 16:00", "2026-03-02 18:00", "2026-03-02 17:00")]
    public void Half_way_is_half_of_the_working_time(string from, string to, string half) =>
        Assert.Equal(At(half), Standard.HalfWay(At(from), At(to), Office));

    [Fact]
    public void Half_of_several_years_is_found_at_once() =>
        Assert.Equal(2512, Standard.HalfWay(At("2026-01-01 00:00"), At("2999-01-01 00:00"), Office).Year);

    [Theory]
    [InlineData("2026-03-02 08:00", true)]
    [InlineData("2026-03-02 14:59", true)]
    [InlineData("2026-03-06 13:59", true)]
    [InlineData("2026-03-02 07:59", false)]
    [InlineData("2026-03-02 15:00", false)]
    [InlineData("2026-03-06 14:00", false)]
    [InlineData("2026-03-07 10:00", false)]
    [InlineData("2026-06-05 10:00", false)]
    public void Knows_when_someone_is_at_work(string at, bool open) => Assert.Equal(open, Standard.IsOpen(At(at), Office));

    [Theory]
    [InlineData("2026-03-02 07:00", "2026-03-02 08:00")]
    [InlineData("2026-03-02 08:00", "2026-03-03 08:00")]
    [InlineData("2026-03-06 14:00", "2026-03-09 08:00")]
    [InlineData("2026-12-23 16:00", "2026-12-28 08:00")]
    public void Knows_when_the_office_opens_next(string at, string opens) => Assert.Equal(At(opens), Standard.NextOpening(At(at), Office));

    [Fact]
    public void An_office_that_never_opens_counts_plain_days_and_plain_time()
    {
        var never = With(Office);
        Assert.False(never.IsOpen(At("2026-03-02 10:00"), Office));
        Assert.Null(never.NextOpening(At("2026-03-02 10:00"), Office));
        Assert.Equal(At("2026-03-09 10:00"), never.AddWorkingDays(At("2026-03-06 10:00"), 3, Office));
        Assert.Equal(At("2026-03-06 12:00"), never.AddWorkingTime(At("2026-03-06 10:00"), TimeSpan.FromHours(2), Office));
        Assert.Equal(At("2026-03-06 11:00"), never.HalfWay(At("2026-03-06 10:00"), At("2026-03-06 12:00"), Office));
    }

    [Fact]
    public void Hours_that_end_before_they_begin_are_no_hours() =>
        Assert.Null(With(Office, Hours(DayOfWeek.Monday, "15:00", "08:00")).NextOpening(At("2026-03-02 10:00"), Office));

    [Fact]
    public void Hours_that_overlap_count_once()
    {
        var calendar = With(Office, Hours(DayOfWeek.Monday, "08:00", "12:00"), Hours(DayOfWeek.Monday, "10:00", "14:00"), Hours(DayOfWeek.Monday, "11:00", "12:00"));
        Assert.Equal(At("2026-03-02 14:00"), calendar.AddWorkingTime(At("2026-03-02 08:00"), TimeSpan.FromHours(6), Office));
    }

    [Theory]
    [InlineData("2026-03-29", "2026-03-29 23:59 +02:00")]
    [InlineData("2026-10-25", "2026-10-25 23:59 +01:00")]
    [InlineData("2026-07-01", "2026-07-01 23:59 +02:00")]
    public void The_day_ends_at_its_last_local_second(string day, string end) =>
        Assert.Equal(At(end).AddSeconds(59), Standard.EndOfDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-06-30 22:30 +00:00", 7, 1)]
    [InlineData("2026-01-31 22:30 +00:00", 1, 31)]
    [InlineData("2026-01-31 23:30 +00:00", 2, 1)]
    public void The_local_day_follows_the_season(string at, int month, int day) =>
        Assert.Equal(new DateOnly(2026, month, day), Standard.LocalDate(At(at)));

    [Theory]
    [InlineData("02:30", "04:00", "2026-03-29 03:30 +02:00")] // 02:30 does not exist: the clock goes from 02 to 03
    [InlineData("01:00", "04:00", "2026-03-29 01:00 +01:00")]
    public void A_local_time_that_the_clock_skips_counts_as_if_it_were_not_set_forward(string from, string to, string opens)
    {
        var calendar = With(Office, Hours(DayOfWeek.Sunday, from, to));
        Assert.Equal(At(opens), calendar.NextOpening(At("2026-03-28 12:00"), Office));
    }

    [Fact]
    public void The_night_the_clock_goes_forward_has_an_hour_less()
    {
        var calendar = With(Office, Hours(DayOfWeek.Sunday, "01:00", "05:00"));
        Assert.Equal(At("2026-03-29 05:00 +02:00"), calendar.AddWorkingTime(At("2026-03-29 00:00 +01:00"), TimeSpan.FromHours(3), Office));
    }

    [Fact]
    public void A_local_time_that_comes_twice_opens_at_the_first_and_closes_at_the_last()
    {
        var calendar = With(Office, Hours(DayOfWeek.Sunday, "02:15", "02:45"));
        Assert.Equal(At("2026-10-25 02:15 +02:00"), calendar.NextOpening(At("2026-10-24 12:00"), Office));
        Assert.True(calendar.IsOpen(At("2026-10-25 02:30 +01:00"), Office));
        Assert.False(calendar.IsOpen(At("2026-10-25 02:45 +01:00"), Office));
    }

    [Fact]
    public void Every_answer_is_in_utc()
    {
        var from = At("2026-07-06 10:00").ToOffset(TimeSpan.FromHours(2));
        DateTimeOffset[] answers =
        [
            Standard.AddWorkingDays(from, 0, Office), Standard.AddWorkingDays(from, 1, Office), Standard.AddWorkingTime(from, TimeSpan.Zero, Office),
            Standard.AddWorkingTime(from, TimeSpan.FromHours(1), Office), Standard.HalfWay(from, from.AddDays(1), Office),
            Standard.HalfWay(from.AddHours(9), from.AddHours(10), Office), Standard.NextOpening(from, Office)!.Value, Standard.EndOfDay(new(2026, 7, 6)),
            With(Office).AddWorkingDays(from, 1, Office), With(Office).AddWorkingTime(from, TimeSpan.FromHours(1), Office),
            Targets.Of(Severity.Akut, from, Office, Standard),
        ];
        Assert.All(answers, answer => Assert.Equal(TimeSpan.Zero, answer.Offset));
    }
}
