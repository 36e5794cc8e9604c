namespace Hub.Web.Demo;

/// <summary>The demo's stories and the clock they are told by.</summary>
internal static class DemoServices
{
    /// <summary>Registers the clock of the process: the demo's own while demo is on.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, Settings settings) => services
        .AddSingleton<DemoData>()
        .AddSingleton(s => new DemoClock(new OffClock(settings.ClockOff), s.GetRequiredService<TimeZoneInfo>()))
        .AddSingleton(s => settings.Demo ? s.GetRequiredService<DemoClock>() : TimeProvider.System);

    /// <summary>A clock that somebody has set wrong.</summary>
    private sealed class OffClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
