using Hub.Grains;
using Hub.Grains.Tenants;
using Hub.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Silo.Cluster;

/// <summary>A process that carries areas of a cluster and serves nobody but its fellows and Web.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return Environment.ExitCode;
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync($"hub: {e.Message}");
            return 1;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = "Hub.Silo", ContentRootPath = AppContext.BaseDirectory });
        var settings = SiloSettings.Read(builder.Configuration);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            .AddFilter("Orleans", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        builder.WebHost.UseUrls(settings.Urls);
        builder.Services.AddStore(settings).AddHostedService<Migration>();
        builder.UseOrleans(silo => silo.JoinHub(settings.Cluster).AddHubAreas(settings.Cluster.Connection));
        builder.Services.AddHostedService(s => ActivatorUtilities.CreateInstance<NeighbourWatch>(s, Task.CompletedTask))
            .AddHostedService<DeadlineWatch>().AddTelemetryExport(builder.Configuration, "hub-silo");
        var app = builder.Build();
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (HubStore store, CancellationToken ct) =>
            await store.IsReady(ct) ? Results.Text("ready") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        return app;
    }

    private static IServiceCollection AddStore(this IServiceCollection services, SiloSettings settings)
    {
        var store = HubStore.Open(settings.Database, TenantKeyRing.Parse(settings.TenantKey), TimeProvider.System, settings.DatabaseOwner, settings.Erasures);
        return services.AddSingleton(_ => store).AddSingleton<IEventLog>(s => s.GetRequiredService<HubStore>())
            .AddSingleton(settings.WakeUps ? store.WakeUps : NoWakeUps.Instance)
            .AddSingleton(TimeProvider.System).AddSingleton(TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"))
            .AddSingleton<CommitSignal>().AddSingleton<ITenantDirectory, TenantDirectory>();
    }
}
