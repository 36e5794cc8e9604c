using Hub.Grains.Cluster;
using Microsoft.Extensions.Configuration;

namespace Hub.Silo.Cluster;

/// <summary>What the operator decides for a silo of its own: the names and meanings are Web's.</summary>
/// <param name="Database"><c>postgres://…</c>.</param>
/// <param name="DatabaseOwner">The login that migrates; null: the same.</param>
/// <param name="TenantKey">The master keys.</param>
/// <param name="Erasures">The folder of the list of erasures; all processes share it.</param>
/// <param name="Urls">Where the two health endpoints listen.</param>
/// <param name="WakeUps">Whether processes wake each other.</param>
/// <param name="Cluster">The cluster.</param>
internal sealed record SiloSettings(
    string Database, string? DatabaseOwner, string TenantKey, string Erasures, string Urls, bool WakeUps, ClusterSettings Cluster)
{
    /// <exception cref="FormatException">One makes no sense; the message says which.</exception>
    public static SiloSettings Read(IConfiguration configuration)
    {
        var database = Required(configuration, "HUB_DATABASE");
        return new SiloSettings(
            database, configuration["HUB_DATABASE_OWNER"] is { Length: > 0 } owner ? owner : null, Required(configuration, "HUB_TENANT_KEY"),
            Path.GetFullPath(Required(configuration, "HUB_ERASURES")), configuration["HUB_URLS"] is { Length: > 0 } urls ? urls : "http://localhost:5081",
            configuration["HUB_WAKE_UPS"] is not { Length: > 0 } said || bool.Parse(said),
            ClusterSettings.Read(configuration, database) ?? throw Missing("HUB_CLUSTER"));
    }

    private static string Required(IConfiguration configuration, string name) => configuration[name] is { Length: > 0 } value ? value : throw Missing(name);

    private static FormatException Missing(string name) => new($"{name} must be set for a silo.");
}
