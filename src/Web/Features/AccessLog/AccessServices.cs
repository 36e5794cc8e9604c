using Hub.Grains;
using Hub.Storage;
using Hub.Web.Hosting;

namespace Hub.Web.Features.AccessLog;

internal static class AccessServices
{
    /// <summary>Whoever reads a boligområde from here on is written down.</summary>
    public static IServiceCollection AddAccessLog(this IServiceCollection services) => services
        .AddSingleton(s => s.GetRequiredService<HubStore>().AccessLog)
        .AddSingleton<IBoligomraader>(s => ActivatorUtilities.CreateInstance<LoggedBoligomraader>(s, s.GetRequiredKeyedService<IBoligomraader>(EngineServices.Bare)))
        .AddScoped<AccessReading>()
        .AddHostedService<AccessSealer>();
}
