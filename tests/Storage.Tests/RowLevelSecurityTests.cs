using Hub.Contracts;
using Npgsql;

namespace Hub.Storage.Tests;

/// <summary>The second wall between boligorganisationer: queries that forgot whose rows they want, run as the role that runs Hub.</summary>
public sealed class RowLevelSecurityTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly StreamKey ours = Make.Stream();
    private readonly StreamKey theirs = Make.Stream();

    public static TheoryData<string> Tables { get; } = new() { "events", "receipts", "subject_keys", "item_keys", "drafts", "access_log", "deletable_cases", "snapshots" };

    public async Task InitializeAsync()
    {
        foreach (var stream in new[] { ours, theirs })
        {
            await fixture.Store.AppendNext(stream, Make.PickedUp());
            await fixture.Database.Run("insert into subject_keys (tenant, owner, wrapped) values ($1, gen_random_uuid(), 'x')", stream.Tenant);
            await fixture.Database.Run("insert into item_keys (tenant, item, owner, wrapped) values ($1, gen_random_uuid(), gen_random_uuid(), 'x')", stream.Tenant);
            await fixture.Database.Run(
                "insert into drafts (tenant, omraade, author, subject, form, id, wrapped, data, saved_at) values ($1, $1, $1, $1, 'notes', $1, 'x', 'x', now())", stream.Tenant);
            await fixture.Database.Run("insert into snapshots (tenant, stream, id, version, data) values ($1, $1, $1, 'v', 'x')", stream.Tenant);
            await fixture.Database.Run(
                "insert into deletable_cases (tenant, stream, case_id, number, category, outcome, since) values ($1, $1, $1, 1, 'stoej', '', now())", stream.Tenant);
            await fixture.Database.Run(
                "insert into access_log (tenant, omraade, id, at, user_id, rolle, answer, cases, details, key_id, mark) values ($1, $1, $1, now(), $1, 0, 0, '{}', 'x', 'k', 'x')", stream.Tenant);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_query_without_a_tenant_in_it_meets_only_the_rows_of_the_one_that_was_named(string table) =>
        Assert.Equal([ours.Tenant], await TenantsIn(table, ours.Tenant.ToString()));

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Where_no_tenant_was_named_there_are_no_rows(string table)
    {
        Assert.Empty(await TenantsIn(table, null));
        Assert.Empty(await TenantsIn(table, ""));
    }

    [Fact]
    public async Task Nothing_can_be_written_for_another_tenant()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AsHub(
            ours.Tenant.ToString(), "insert into subject_keys (tenant, owner, wrapped) values ($1, gen_random_uuid(), 'x') returning tenant", theirs.Tenant));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Another_tenants_key_cannot_be_dropped() =>
        Assert.Empty(await AsHub(ours.Tenant.ToString(), "update subject_keys set wrapped = null where tenant = $1 returning tenant", theirs.Tenant));

    [Fact]
    public async Task Every_table_with_a_tenant_is_behind_the_wall_or_stands_here()
    {
        string[] outside = ["heads", "deadlines", "tenant_keys", "access_heads", "account_invitations", "account_providers", "issuer_clients"];
        var open = await Names("""
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity order by 1
            """);

        Assert.Equal(outside.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    private Task<List<Guid>> TenantsIn(string table, string? named) => AsHub(named, $"select distinct tenant from {table}");

    /// <summary>On a connection of the application's own pool.</summary>
    private async Task<List<Guid>> AsHub(string? named, string sql, params Guid[] args)
    {
        await using var connection = await fixture.Store.Postgres!.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (named is not null)
        {
            await using var name = new NpgsqlCommand("select set_config('hub.tenant', $1, true)", connection, transaction) { Parameters = { new() { Value = named } } };
            await name.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var arg in args)
            command.Parameters.Add(new NpgsqlParameter { Value = arg });
        await using var reader = await command.ExecuteReaderAsync();
        var tenants = new List<Guid>();
        while (await reader.ReadAsync())
            tenants.Add(reader.GetGuid(0));
        return tenants;
    }

    private async Task<List<string>> Names(string sql)
    {
        await using var connection = new NpgsqlConnection(fixture.Database.AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }
}
