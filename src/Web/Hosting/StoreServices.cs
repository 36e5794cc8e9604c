using Hub.Grains;
using Hub.Grains.Tenants;
using Hub.Storage;
using Hub.Storage.Sqlite;

namespace Hub.Web.Hosting;

/// <summary>The log and the turn that writes it.</summary>
internal static class StoreServices
{
    public static IServiceCollection AddStore(this IServiceCollection services, Settings settings)
    {
        var store = Open(settings);
        return services.AddSingleton(_ => store).AddSingleton<IEventLog>(s => s.GetRequiredService<HubStore>())
            .AddSingleton(s => s.GetRequiredService<HubStore>().Drafts).AddSingleton(s => s.GetRequiredService<HubStore>().Erasures);
    }

    public static IServiceCollection AddTurn(this IServiceCollection services) => services
        .AddSingleton(TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"))
        .AddSingleton<CommitSignal>()
        .AddSingleton<ErasureReplay>()
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
}
