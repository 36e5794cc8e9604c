namespace Hub.Domain.Deletion;

/// <summary>How many cases of the area have lapsed or been deleted on a day (UTC; the run is at night, well after its midnight).</summary>
public readonly record struct CleanedUp(DateOnly Day, int Count)
{
    public int On(DateTimeOffset time) => Day == DayOf(time) ? Count : 0;

    public CleanedUp And(DateTimeOffset time) => new(DayOf(time), On(time) + 1);

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
