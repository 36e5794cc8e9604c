using System.Globalization;

using Hub.Contracts;
using Hub.Domain.Time;

namespace Hub.Domain.Tests.Time;

/// <summary>Times written as people say them; a trailing offset says which of two equal local times is meant.</summary>
internal static class Copenhagen
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    public static WorkCalendar Standard { get; } = new(Zone, OmraadeSettings.Standard);

    public static WorkCalendar With(Kontor kontor, params OpeningHours[] hours) =>
        new(Zone, OmraadeSettings.Standard with { Opening = new Dictionary<Kontor, IReadOnlyList<OpeningHours>> { [kontor] = hours } });

    public static OpeningHours Hours(DayOfWeek day, string from, string to) =>
        new(day, TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture));

    public static DateTimeOffset At(string local)
    {
        if (DateTime.TryParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain))
        {
            return new DateTimeOffset(plain, Zone.GetUtcOffset(plain)).ToUniversalTime();
        }
        return DateTimeOffset.ParseExact(local, "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture).ToUniversalTime();
    }
}
