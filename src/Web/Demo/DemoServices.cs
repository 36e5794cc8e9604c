using Hub.Grains.InProcess;

namespace Hub.Web.Demo;

/// <summary>The demo's stories and the clock they are told by.</summary>
internal static class DemoServices
{
    /// <summary>Registers the clock of the process: the demo's own while demo is on.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, Settings settings) => services
        // Stories happened in the past, and only this process has its clock there.
        .AddSingleton(s => ActivatorUtilities.CreateInstance<DemoData>(s, s.GetRequiredService<InProcessBoligomraader>()))
        .AddSingleton(s => new DemoClock(new OffClock(settings.ClockOff), s.GetRequiredService<TimeZoneInfo>()))
        .AddSingleton(s => settings.Demo ? s.GetRequiredService<DemoClock>() : TimeProvider.System);

    /// <summary>A clock that somebody has set wrong.</summary>
    private sealed class OffClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
