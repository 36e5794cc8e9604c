namespace Hub.Grains.Turn;

/// <summary>Event time: in whole milliseconds, which every store keeps exactly, and never backwards within a stream.</summary>
internal static class Clock
{
    public static DateTimeOffset Whole(DateTimeOffset now, DateTimeOffset last)
    {
        var whole = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return whole > last ? whole : last;
    }
}
