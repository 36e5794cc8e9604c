using Npgsql;

namespace Hub.Tests.Support;

/// <summary>A fresh database with a login of its own that owns it and is no superuser.</summary>
public sealed class PostgresTestDatabase
{
    private readonly PostgresCluster cluster;
    private readonly string name;

    private PostgresTestDatabase(PostgresCluster cluster, string name) => (this.cluster, this.name) = (cluster, name);

    /// <summary>For HUB_DATABASE.</summary>
    public string Address => cluster.Address(name, name);

    /// <summary>The same database as the server's superuser.</summary>
    public string AdminConnectionString => AdminOf(cluster, name);

    public static async Task<PostgresTestDatabase> Create(PostgresCluster? own = null)
    {
        var cluster = own ?? await PostgresCluster.Shared;
        var name = $"hub_{Guid.NewGuid():N}";
        await Run(AdminOf(cluster, "postgres"), $"create role {name} login createrole");
        await Run(AdminOf(cluster, "postgres"), $"create database {name} owner {name} template template0");
        return new PostgresTestDatabase(cluster, name);
    }

    public Task Drop() => Run(AdminOf(cluster, "postgres"), $"drop database {name} with (force)");

    public Task Run(string sql, params object[] args) => Run(AdminConnectionString, sql, args);

    /// <summary>Returns once somebody waits for a lock that another holds.</summary>
    public async Task UntilSomebodyWaits()
    {
        await using var connection = new NpgsqlConnection(AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select count(*) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())", connection);
        while ((long)(await command.ExecuteScalarAsync())! == 0)
            await Task.Delay(10);
    }

    private static async Task Run(string connectionString, string sql, params object[] args)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var arg in args)
            command.Parameters.Add(new NpgsqlParameter { Value = arg });
        await command.ExecuteNonQueryAsync();
    }

    private static string AdminOf(PostgresCluster cluster, string database) =>
        $"Host=127.0.0.1;Port={cluster.Port};Username=postgres;Database={database};Pooling=false";
}
