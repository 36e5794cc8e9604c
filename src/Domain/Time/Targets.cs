using Hub.Contracts;

namespace Hub.Domain.Time;

/// <summary>When somebody should have taken a case. Danger does not wait for opening hours, everything else does.</summary>
public static class Targets
{
    /// <summary>How far ahead of the server's clock a time may lie and still count as past.</summary>
    public static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    public static DateTimeOffset Of(Severity severity, DateTimeOffset flaggedAt, Kontor kontor, WorkCalendar calendar) => severity switch
    {
        Severity.Akut => flaggedAt.ToUniversalTime() + TimeSpan.FromHours(2),
        Severity.Hoej => calendar.AddWorkingDays(flaggedAt, 1, kontor),
        Severity.Mellem => calendar.AddWorkingDays(flaggedAt, 2, kontor),
        Severity.Lav => calendar.AddWorkingDays(flaggedAt, 5, kontor),
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}
