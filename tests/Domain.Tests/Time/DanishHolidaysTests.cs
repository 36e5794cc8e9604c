using System.Globalization;
using Hub.Domain.Time;

namespace Hub.Domain.Tests.Time;

public class DanishHolidaysTests
{
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    public void Knows_Easter(string sunday) => Assert.Equal(Day(sunday), DanishHolidays.EasterSunday(Day(sunday).Year));

    [Fact]
    public void Easter_is_always_a_Sunday_between_22_March_and_25_April()
    {
        foreach (var year in Enumerable.Range(1900, 300))
        {
            var easter = DanishHolidays.EasterSunday(year);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Theory]
    [InlineData("2026-01-01")] // nytårsdag
    [InlineData("2026-04-02")] // skærtorsdag
    [InlineData("2026-04-03")] // langfredag
    [InlineData("2026-04-05")] // påskedag
    [InlineData("2026-04-06")] // 2. påskedag
    [InlineData("2026-05-14")] // Kristi himmelfartsdag
    [InlineData("2026-05-24")] // pinsedag
    [InlineData("2026-05-25")] // 2. pinsedag
    [InlineData("2026-06-05")] // grundlovsdag
    [InlineData("2026-12-24")] // juleaften
    [InlineData("2026-12-25")] // juledag
    [InlineData("2026-12-26")] // 2. juledag
    [InlineData("2026-12-31")] // nytårsaften
    public void Offices_are_closed(string day) => Assert.True(DanishHolidays.IsClosed(Day(day)));

    [Theory]
    [InlineData("2026-04-01")]
    [InlineData("2026-04-04")]
    [InlineData("2026-04-07")]
    [InlineData("2026-05-15")]
    [InlineData("2026-05-01")]
    [InlineData("2026-06-04")]
    [InlineData("2026-12-23")]
    [InlineData("2026-12-30")]
    public void Other_days_are_days_like_any(string day) => Assert.False(DanishHolidays.IsClosed(Day(day)));

    [Theory]
    [InlineData("2022-05-13", true)]
    [InlineData("2023-05-05", true)]
    [InlineData("2024-04-26", false)]
    [InlineData("2026-05-01", false)]
    public void Store_bededag_is_a_holiday_until_2023(string fourthFridayAfterEaster, bool closed) =>
        Assert.Equal(closed, DanishHolidays.IsClosed(Day(fourthFridayAfterEaster)));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
