namespace Hub.Domain.Time;

/// <summary>The days on which Danish offices are closed whatever the weekday.</summary>
public static class DanishHolidays
{
    /// <summary>Store bededag was abolished from 2024 (lov nr. 214 af 06/03/2023).</summary>
    private const int LastYearOfStoreBededag = 2023;

    /// <summary>Public holidays, and the three days on which offices are closed though they are none.</summary>
    public static bool IsClosed(DateOnly day) => IsFixed(day) || IsMovable(day);

    /// <summary>Easter Sunday by Meeus' form of Gauss' computation, for the Gregorian calendar.</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var march = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, march / 31, (march % 31) + 1);
    }

    // Grundlovsdag, juleaften and nytårsaften are not holidays by law, but most offices are closed.
    private static bool IsFixed(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (6, 5) or (12, 24) or (12, 25) or (12, 26) or (12, 31);

    private static bool IsMovable(DateOnly day) => (day.DayNumber - EasterSunday(day.Year).DayNumber) switch
    {
        -3 or -2 or 0 or 1 => true, // skærtorsdag, langfredag, påskedag, 2. påskedag
        26 => day.Year <= LastYearOfStoreBededag,
        39 or 49 or 50 => true, // Kristi himmelfartsdag, pinsedag, 2. pinsedag
        _ => false,
    };
}
