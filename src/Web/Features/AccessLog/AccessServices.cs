using Hub.Grains;
using Hub.Grains.InProcess;
using Hub.Storage;

namespace Hub.Web.Features.AccessLog;

internal static class AccessServices
{
    /// <summary>Whoever reads a boligområde from here on is written down.</summary>
    public static IServiceCollection AddAccessLog(this IServiceCollection services) => services
        .AddSingleton(s => s.GetRequiredService<HubStore>().AccessLog)
        .AddSingleton<InProcessBoligomraader>()
        .AddSingleton<IBoligomraader>(s => ActivatorUtilities.CreateInstance<LoggedBoligomraader>(s, s.GetRequiredService<InProcessBoligomraader>()))
        .AddScoped<AccessReading>()
        .AddHostedService<AccessSealer>();
}
