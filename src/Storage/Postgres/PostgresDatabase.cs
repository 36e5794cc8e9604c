using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>The pool of application connections. They run as hub_app, and whoever is frozen loses its locks and its transaction soon.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    internal const string Role = "hub_app";

    // Statements are prepared and touch few rows by key: planning one again for its values costs more than carrying it out, and a plan that was made while a
    // table was small must not go through all of it once it has grown.
    private const string Session =
        $"-c role={Role} -c plan_cache_mode=force_generic_plan -c jit=off -c enable_seqscan=off -c lock_timeout=1000 -c statement_timeout=5000 -c idle_in_transaction_session_timeout=2000";

    internal PostgresDatabase(NpgsqlConnectionStringBuilder settings)
    {
        Login = settings.Username!;
        Source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            Options = Session,
            // A reset between uses would take the role off again.
            NoResetOnClose = true,
            MaxPoolSize = 24,
            // Seconds. What lies between here and the database must not forget a connection that rests, nor leave it half open.
            TcpKeepAlive = true,
            TcpKeepAliveTime = 30,
            Timeout = 5,
            CommandTimeout = 10,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            IncludeErrorDetail = false,
        });
    }

    internal NpgsqlDataSource Source { get; }

    internal string Login { get; }

    /// <summary>The first statement of every transaction that touches a tenant's rows.</summary>
    internal static NpgsqlBatchCommand SetTenant(Guid tenant) => Command("select set_config('hub.tenant', $1, true)", tenant.ToString());

    internal static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> args)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var arg in args)
            command.Parameters.Add(arg as NpgsqlParameter ?? new NpgsqlParameter { Value = arg });
        return command;
    }

    /// <summary>Rows of one tenant, in one round trip.</summary>
    internal Task<List<T>> Query<T>(Guid tenant, CancellationToken ct, Func<NpgsqlDataReader, T> map, string sql, params ReadOnlySpan<object> args) =>
        Run([SetTenant(tenant), Command(sql, args)], map, ct);

    /// <summary>Rows of all tenants: only for tables that hold no personal data.</summary>
    internal Task<List<T>> QueryAll<T>(CancellationToken ct, Func<NpgsqlDataReader, T> map, string sql, params ReadOnlySpan<object> args) =>
        Run([Command(sql, args)], map, ct);

    /// <summary>Statements about one tenant's rows, in one transaction and one round trip.</summary>
    internal Task Write(Guid tenant, IEnumerable<NpgsqlBatchCommand> commands) => Run([SetTenant(tenant), .. commands], _ => 0, CancellationToken.None);

    /// <summary>The rows of a batch's last command.</summary>
    internal static async Task<List<T>> ReadLast<T>(NpgsqlBatch batch, Func<NpgsqlDataReader, T> map, CancellationToken ct)
    {
        await using var reader = await batch.ExecuteReaderAsync(ct);
        for (var i = 1; i < batch.BatchCommands.Count; i++)
            await reader.NextResultAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(map(reader));
        return rows;
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private async Task<List<T>> Run<T>(NpgsqlBatchCommand[] commands, Func<NpgsqlDataReader, T> map, CancellationToken ct)
    {
        try
        {
            await using var batch = Source.CreateBatch();
            foreach (var command in commands)
                batch.BatchCommands.Add(command);
            return await ReadLast(batch, map, ct);
        }
        catch (NpgsqlException e) when (PostgresErrors.IsOutage(e))
        {
            throw new StoreBusyException("The database did not answer.", e);
        }
    }
}
