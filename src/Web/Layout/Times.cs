using System.Globalization;

namespace Hub.Web.Layout;

/// <summary>Times as people say them, where the boligområder are. times.js says the same words while a page stands open.</summary>
internal static class Times
{
    private static readonly TimeZoneInfo Copenhagen = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    /// <summary>"for 2 timer siden", "om 3 dage"; beyond a week the date.</summary>
    public static string Relative(DateTimeOffset time, DateTimeOffset now)
    {
        var span = now - time;
        var (unit, count) = span.Duration() switch
        {
            { TotalDays: >= 7 } => ("", 0),
            { TotalDays: >= 1 } d => ("Day", d.Days),
            { TotalHours: >= 1 } d => ("Hour", d.Hours),
            { TotalMinutes: >= 1 } d => ("Minute", d.Minutes),
            _ => ("Just", 0),
        };
        return unit switch
        {
            "" => Date(time, now),
            "Just" => Labels.Text("Just"),
            _ => Labels.Count($"{(span > TimeSpan.Zero ? "Ago" : "In")}.{unit}", count),
        };
    }

    /// <summary>"mandag den 23. november 2026 kl. 14.02".</summary>
    public static string Exact(DateTimeOffset time) =>
        Labels.With("At", Local(time).ToString("D", CultureInfo.CurrentUICulture), Clock(time));

    /// <summary>When something is due, as one says it: "i dag kl. 14.02", "fredag kl. 12.00", beyond a week the date.</summary>
    public static string Soon(DateTimeOffset time, DateTimeOffset now) => Labels.With("At", Day(Day(time), now), Clock(time));

    /// <summary>"23. nov. kl. 14.02".</summary>
    public static string Short(DateTimeOffset time, DateTimeOffset now) => Labels.With("At", Date(time, now), Clock(time));

    /// <summary>"23. nov.", with the year when it is another one.</summary>
    public static string Date(DateTimeOffset time, DateTimeOffset now) =>
        Local(time).ToString(Local(time).Year == Local(now).Year ? "d. MMM" : "d. MMM yyyy", CultureInfo.CurrentUICulture);

    /// <summary>"mandag den 23. november".</summary>
    public static string LongDay(DateTimeOffset time) => Local(time).ToString(Labels.Text("LongDay"), CultureInfo.CurrentUICulture);

    /// <summary>"i dag", "i morgen", "fredag", beyond a week "23. nov.".</summary>
    public static string Day(DateOnly day, DateTimeOffset now) => (day.DayNumber - Day(now).DayNumber) switch
    {
        -1 => Labels.Text("Yesterday"),
        0 => Labels.Text("Today"),
        1 => Labels.Text("Tomorrow"),
        > 1 and < 7 => day.ToString("dddd", CultureInfo.CurrentUICulture),
        _ => day.ToString(day.Year == Day(now).Year ? "d. MMM" : "d. MMM yyyy", CultureInfo.CurrentUICulture),
    };

    public static string Clock(DateTimeOffset time) => Local(time).ToString("t", CultureInfo.CurrentUICulture);

    public static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(Local(time).DateTime);

    private static DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Copenhagen);
}
