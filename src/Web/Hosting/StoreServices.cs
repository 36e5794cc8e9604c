using Hub.Grains;
using Hub.Grains.Tenants;
using Hub.Storage;
using Hub.Storage.Sqlite;

namespace Hub.Web.Hosting;

/// <summary>The log and the turn that writes it.</summary>
internal static partial class StoreServices
{
    public static IServiceCollection AddStore(this IServiceCollection services, Settings settings)
    {
        var store = Open(settings);
        return services.AddSingleton(_ => store).AddSingleton<IEventLog>(s => s.GetRequiredService<HubStore>())
            .AddSingleton(s => s.GetRequiredService<HubStore>().Drafts).AddSingleton(s => s.GetRequiredService<HubStore>().Erasures)
            .AddSingleton(s => s.GetRequiredService<HubStore>().Deletables)
            .AddSingleton(s => settings.WakeUps ? s.GetRequiredService<HubStore>().WakeUps : NoWakeUps.Instance);
    }

    public static IServiceCollection AddTurn(this IServiceCollection services) => services
        .AddSingleton(TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"))
        .AddSingleton(s => new AreaSnapshots(s.GetRequiredService<HubStore>().Snapshots, e => NoSnapshot(s.GetRequiredService<ILogger<AreaSnapshots>>(), e)))
        .AddSingleton<CommitSignal>()
        .AddSingleton<ErasureReplay>().AddSingleton<CleanUpRunner>().AddHostedService<NightlyRun>()
        .AddSingleton<TenantDirectory>()
        .AddSingleton<ITenantDirectory>(s => s.GetRequiredService<TenantDirectory>());

    private static HubStore Open(Settings settings)
    {
        try
        {
            return HubStore.Open(settings.Database, TenantKeyRing.Parse(settings.TenantKey), TimeProvider.System, settings.DatabaseOwner, settings.Erasures);
        }
        catch (Exception e) when (e is FormatException or DataFolderInUseException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A snapshot of an area was not kept or not read; the log serves instead")]
    private static partial void NoSnapshot(ILogger logger, Exception exception);
}
