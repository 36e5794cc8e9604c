namespace Hub.Web.Demo;

/// <summary>The clock of a demo: while its stories are told it stands where they happened, afterwards it runs as any other.</summary>
internal sealed class DemoClock(TimeProvider real, TimeZoneInfo zone) : TimeProvider
{
    private long _behind;

    public DateTimeOffset RealNow => real.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddTicks(-Interlocked.Read(ref _behind));

    /// <summary>Stands at a local time some working days ago, yet never later than a minute before now.</summary>
    public void StandAt(int workingDaysAgo, TimeOnly time)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(RealNow, zone).Date);
        for (var left = workingDaysAgo; left > 0; left--)
        {
            day = day.AddDays(day.DayOfWeek switch { DayOfWeek.Monday => -3, DayOfWeek.Sunday => -2, _ => -1 });
        }

        var local = day.ToDateTime(time);
        var at = new DateTimeOffset(local, zone.GetUtcOffset(local));
        var latest = RealNow.AddMinutes(-1);
        Interlocked.Exchange(ref _behind, (RealNow - (at < latest ? at : latest)).Ticks);
    }

    public void Run() => Interlocked.Exchange(ref _behind, 0);
}
