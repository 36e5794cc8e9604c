using System.Globalization;

namespace Hub.Web.Edge;

/// <summary>Times as the fields of a form write them: on the clock of the boligområder, and a date alone is its last minute.</summary>
internal sealed class FormTimes(TimeZoneInfo zone)
{
    private const string Date = "yyyy-MM-dd";
    private static readonly string[] Moments = [Date + "'T'HH:mm", Date + "'T'HH:mm:ss"];

    public DateTimeOffset? Read(string text) =>
        DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? Utc(moment)
        : DateTime.TryParseExact(text, Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Utc(day.AddDays(1).AddMinutes(-1))
        : null;

    private DateTimeOffset Utc(DateTime local) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
