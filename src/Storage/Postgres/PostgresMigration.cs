using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>Migrates as the owner of the tables, one process at a time, and lets the application's login act as hub_app.</summary>
internal static class PostgresMigration
{
    internal static readonly Migrator Migrator = new("Postgres");

    private const string Lock = "select pg_advisory_xact_lock(hashtext('hub migration'))";

    // Roles belong to the whole server, so two databases may be migrating into the same one.
    private const string EnsureRole = $"""
        do $$
        begin
            if to_regrole('{PostgresDatabase.Role}') is null then
                create role {PostgresDatabase.Role} nologin;
            end if;
        exception when duplicate_object or unique_violation then null;
        end $$
        """;

    internal static async Task Run(NpgsqlConnectionStringBuilder owner, string applicationLogin, DateTimeOffset now, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Execute(connection, Lock, ct);
        await Execute(connection, EnsureRole, ct);
        await Execute(connection, Admit(applicationLogin), ct);
        Migrator.Run(connection, transaction, now);
        await transaction.CommitAsync(ct);
    }

    private static string Admit(string login) => $"""
        do $$
        begin
            if not pg_has_role({Literal(login)}, '{PostgresDatabase.Role}', 'member') then
                grant {PostgresDatabase.Role} to {Identifier(login)};
            end if;
        exception when unique_violation then null;
        end $$
        """;

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names are quoted above
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}
