using Hub.Contracts;

namespace Hub.Domain.Time;

/// <summary>The opening hours of the offices of one boligområde, day by day, in local time.</summary>
internal sealed class OfficeHours(OmraadeSettings settings)
{
    private static readonly IReadOnlyList<OpeningHours> Standard =
    [
        new(DayOfWeek.Monday, new(8, 0), new(15, 0)),
        new(DayOfWeek.Tuesday, new(8, 0), new(15, 0)),
        new(DayOfWeek.Wednesday, new(8, 0), new(15, 0)),
        new(DayOfWeek.Thursday, new(8, 0), new(15, 0)),
        new(DayOfWeek.Friday, new(8, 0), new(14, 0)),
    ];

    /// <summary>The hours of that day in order, never overlapping; none when the office is closed.</summary>
    public IReadOnlyList<OpeningHours> Of(DateOnly day, Kontor kontor)
    {
        if (DanishHolidays.IsClosed(day) || settings.ExtraClosedDays.Contains(day)) return [];
        var week = settings.Opening.GetValueOrDefault(kontor, Standard);
        return Joined(week.Where(h => h.Day == day.DayOfWeek && h.From < h.To).OrderBy(h => h.From));
    }

    private static List<OpeningHours> Joined(IEnumerable<OpeningHours> ordered)
    {
        var joined = new List<OpeningHours>();
        foreach (var next in ordered)
        {
            if (joined.Count > 0 && next.From <= joined[^1].To)
            {
                joined[^1] = joined[^1] with { To = next.To > joined[^1].To ? next.To : joined[^1].To };
            }
            else
            {
                joined.Add(next);
            }
        }
        return joined;
    }
}
