using System.Globalization;
using System.Net;
using Hub.Storage;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Orleans.Configuration;

namespace Hub.Grains.Cluster;

/// <summary>Which cluster a process belongs to, and where it stands in it.</summary>
/// <param name="Name">The cluster's; silos of one name on one database find each other. <see cref="Localhost"/>: one silo, alone.</param>
/// <param name="Connection">Orleans' own to PostgreSQL.</param>
/// <param name="Address">Where the other silos and the clients reach this silo; null: the machine's own.</param>
/// <param name="SiloPort">For silos.</param>
/// <param name="GatewayPort">For clients.</param>
public sealed record ClusterSettings(string Name, string Connection, IPAddress? Address, int SiloPort, int GatewayPort)
{
    /// <summary>HUB_CLUSTER of a silo and Web in one process.</summary>
    public const string Localhost = "localhost";

    /// <summary>Connections that Orleans takes in a process, beside those of Hub's own pool.</summary>
    internal const int MostConnections = 8;

    /// <summary>Whether the silo is alone, in Web's own process.</summary>
    public bool IsLocal => Name == Localhost;

    /// <summary>Reads HUB_CLUSTER, HUB_SILO_ADDRESS, HUB_SILO_PORT and HUB_GATEWAY_PORT; null without HUB_CLUSTER.</summary>
    /// <exception cref="FormatException">One of them makes no sense; the message says which.</exception>
    public static ClusterSettings? Read(IConfiguration configuration, string database) => configuration["HUB_CLUSTER"] is { Length: > 0 } name
        ? new ClusterSettings(name, Connect(database), Host(configuration), Port(configuration, "HUB_SILO_PORT", 11111), Port(configuration, "HUB_GATEWAY_PORT", 30000))
        : null;

    /// <summary>Whatever the cluster is called, the state of its grains is the same.</summary>
    public void Apply(ClusterOptions options) => (options.ClusterId, options.ServiceId) = (Name, "hub");

    private static string Connect(string database) => database.StartsWith("postgres", StringComparison.Ordinal)
        ? new NpgsqlConnectionStringBuilder(HubStore.PostgresConnection(database))
        {
            // Members, gateways and snapshots are looked at now and then; areas that all leave at once take turns.
            MaxPoolSize = MostConnections,
            // Seconds, as for Hub's own connections.
            Timeout = 5,
            CommandTimeout = 10,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 30,
        }.ConnectionString
        : throw new FormatException("HUB_CLUSTER needs PostgreSQL: HUB_DATABASE must be postgres://user:pw@host:port/db.");

    private static IPAddress? Host(IConfiguration configuration) => configuration["HUB_SILO_ADDRESS"] is not { Length: > 0 } given ? null
        : IPAddress.TryParse(given, out var address) ? address
        : throw new FormatException("HUB_SILO_ADDRESS must be an IP address.");

    private static int Port(IConfiguration configuration, string name, int unset) => configuration[name] is not { Length: > 0 } given ? unset
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port
        : throw new FormatException($"{name} must be a port.");
}
