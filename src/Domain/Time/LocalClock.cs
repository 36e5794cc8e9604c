namespace Hub.Domain.Time;

/// <summary>Local time of a zone, also in the two nights a year when a local time exists twice or not at all.</summary>
internal sealed class LocalClock(TimeZoneInfo zone)
{
    public DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    /// <summary>The first moment the clock shows this; what it skips counts as if it had not been set forward.</summary>
    public DateTimeOffset Earliest(DateTime local) => Utc(local, ambiguous => ambiguous.Max());

    /// <summary>The last moment the clock shows this.</summary>
    public DateTimeOffset Latest(DateTime local) => Utc(local, ambiguous => ambiguous.Min());

    private DateTimeOffset Utc(DateTime local, Func<TimeSpan[], TimeSpan> choose)
    {
        var offset = zone switch
        {
            _ when zone.IsAmbiguousTime(local) => choose(zone.GetAmbiguousTimeOffsets(local)),
            _ when zone.IsInvalidTime(local) => zone.GetUtcOffset(local.AddDays(-1)),
            _ => zone.GetUtcOffset(local),
        };
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
