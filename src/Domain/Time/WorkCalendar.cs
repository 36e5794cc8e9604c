using Hub.Contracts;

namespace Hub.Domain.Time;

/// <summary>When the offices of one boligområde are at work. Takes any time and gives UTC.</summary>
public sealed class WorkCalendar(TimeZoneInfo zone, OmraadeSettings settings)
{
    /// <summary>An office that opens on no day of this many never does: then plain days are counted.</summary>
    private const int SearchedDays = 400;

    private readonly OfficeHours hours = new(settings);
    private readonly LocalClock clock = new(zone);

    /// <summary>The local day.</summary>
    public DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(clock.Local(at));

    /// <summary>The last second of a local day.</summary>
    public DateTimeOffset EndOfDay(DateOnly day) => clock.Latest(day.ToDateTime(new TimeOnly(23, 59, 59)));

    /// <summary>Whether the office is at work.</summary>
    public bool IsOpen(DateTimeOffset at, Kontor kontor) => Shifts(LocalDate(at), kontor).Any(s => s.From <= at && at < s.To);

    /// <summary>The next time the office opens after <paramref name="at"/>; null when it never does.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at, Kontor kontor) =>
        DaysFrom(LocalDate(at)).SelectMany(day => Shifts(day, kontor)).Select(s => (DateTimeOffset?)s.From).FirstOrDefault(from => from > at);

    /// <summary>The same time of day on the n-th open day after <paramref name="from"/>, moved into that day's hours.</summary>
    public DateTimeOffset AddWorkingDays(DateTimeOffset from, int days, Kontor kontor)
    {
        if (days <= 0) return from.ToUniversalTime();
        var local = clock.Local(from);
        var today = DateOnly.FromDateTime(local);
        var open = DaysFrom(today.AddDays(1)).Where(d => hours.Of(d, kontor).Count > 0).Take(days).ToList();
        return open.Count == days
            ? Within(open[^1], TimeOnly.FromDateTime(local), kontor)
            : clock.Earliest(today.AddDays(days).ToDateTime(TimeOnly.FromDateTime(local)));
    }

    /// <summary>The moment at which the office has worked this long since <paramref name="from"/>.</summary>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan time, Kontor kontor)
    {
        var left = time;
        if (left <= TimeSpan.Zero) return from.ToUniversalTime();
        foreach (var shift in ShiftsAfter(from, kontor))
        {
            if (shift.To - shift.From >= left) return shift.From + left;
            left -= shift.To - shift.From;
        }
        return from.ToUniversalTime() + time;
    }

    /// <summary>When half of the office's working time between the two has passed; half of the plain time when it has none.</summary>
    public DateTimeOffset HalfWay(DateTimeOffset from, DateTimeOffset to, Kontor kontor)
    {
        var work = WorkingTime(from, to, kontor);
        return work > TimeSpan.Zero ? AddWorkingTime(from, work / 2, kontor) : from.ToUniversalTime() + ((to - from) / 2);
    }

    private TimeSpan WorkingTime(DateTimeOffset from, DateTimeOffset to, Kontor kontor) =>
        to - from > TimeSpan.FromDays(SearchedDays)
            ? TimeSpan.Zero
            : ShiftsAfter(from, kontor).TakeWhile(s => s.From < to)
                .Aggregate(TimeSpan.Zero, (sum, s) => sum + ((s.To < to ? s.To : to) - s.From));

    /// <summary>The time of day moved into the day's hours: up to the next opening, or back to the last closing.</summary>
    private DateTimeOffset Within(DateOnly day, TimeOnly time, Kontor kontor)
    {
        var open = hours.Of(day, kontor);
        var shift = open.FirstOrDefault(s => time <= s.To) ?? open[^1];
        if (time > shift.To) return clock.Latest(day.ToDateTime(shift.To));
        return clock.Earliest(day.ToDateTime(time < shift.From ? shift.From : time));
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> ShiftsAfter(DateTimeOffset from, Kontor kontor) =>
        DaysFrom(LocalDate(from)).SelectMany(day => Shifts(day, kontor)).Where(s => s.To > from)
            .Select(s => (s.From > from ? s.From : from.ToUniversalTime(), s.To));

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Shifts(DateOnly day, Kontor kontor) =>
        hours.Of(day, kontor).Select(s => (clock.Earliest(day.ToDateTime(s.From)), clock.Latest(day.ToDateTime(s.To)))).Where(s => s.Item1 < s.Item2);

    private static IEnumerable<DateOnly> DaysFrom(DateOnly day) => Enumerable.Range(0, SearchedDays).Select(day.AddDays);
}
