namespace Hub.Web.Demo;

/// <summary>The demo's stories and the clock they are told by.</summary>
internal static class DemoServices
{
    /// <summary>Registers the clock of the process: the demo's own while demo is on.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, Settings settings) => services
        .AddSingleton<DemoData>()
        .AddSingleton(s => new DemoClock(TimeProvider.System, s.GetRequiredService<TimeZoneInfo>()))
        .AddSingleton(s => settings.Demo ? s.GetRequiredService<DemoClock>() : TimeProvider.System);
}
