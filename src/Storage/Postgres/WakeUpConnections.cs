using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>Connections outside the pool, on which wake-ups travel. A dead one is noticed within seconds.</summary>
internal sealed class WakeUpConnections(NpgsqlConnectionStringBuilder settings)
{
    internal const string Channel = "hub_wake_ups";

    private readonly string text = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
    {
        Options = $"-c role={PostgresDatabase.Role} -c synchronous_commit=off",
        ApplicationName = "hub wake-ups",
        Pooling = false,
        Timeout = 5,
        CommandTimeout = 5,
        KeepAlive = 5,
        MaxAutoPrepare = 4,
        AutoPrepareMinUsages = 2,
        IncludeErrorDetail = false,
    }.ConnectionString;

    internal async Task<NpgsqlConnection> Open(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(text);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
