namespace Hub.Storage;

/// <summary>Databases count microseconds: a due time is rounded up to one, so that nothing is due before its time.</summary>
internal static class Deadlines
{
    internal static DateTimeOffset NotBefore(DateTimeOffset due)
    {
        var rest = due.UtcTicks % TimeSpan.TicksPerMicrosecond;
        return rest == 0 ? due : due.AddTicks(TimeSpan.TicksPerMicrosecond - rest);
    }
}
