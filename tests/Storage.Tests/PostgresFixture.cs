using System.Text;
using Npgsql;

namespace Hub.Storage.Tests;

public sealed class PostgresFixture : StoreFixture
{
    public PostgresTestDatabase Database { get; private set; } = null!;

    /// <summary>The text of every row of every table, bytes in hex and as text.</summary>
    public override async Task<byte[]> DumpBytes()
    {
        await using var connection = new NpgsqlConnection(Database.AdminConnectionString);
        await connection.OpenAsync();
        var dump = new StringBuilder();
        foreach (var table in await Column(connection, "select tablename from pg_tables where schemaname = 'public'"))
            dump.AppendJoin('\n', await Column(connection, $"select t::text from \"{table}\" t"));
        return Encoding.UTF8.GetBytes(dump.ToString());
    }

    /// <summary>The bytes of the database's own files, as they lie on the disk after a checkpoint.</summary>
    public async Task<byte[]> ReadFiles()
    {
        await using var connection = new NpgsqlConnection(Database.AdminConnectionString);
        await connection.OpenAsync();
        await using (var checkpoint = new NpgsqlCommand("checkpoint", connection))
            await checkpoint.ExecuteNonQueryAsync();
        var folder = (await Column(connection, "select current_setting('data_directory') || '/base/' || oid from pg_database where datname = current_database()")).Single();
        return await SqliteFixture.ReadBytes(folder, "*");
    }

    public override Task Meddle(string sql, params object[] args) => Database.Run(sql, args);

    protected override async Task Create() => Database = await PostgresTestDatabase.Create();

    protected override HubStore Open() => HubStore.Open(Database.Address, Keys, TimeProvider.System, erasures: Erasures.Path);

    protected override HubStore OpenSecond(HubStore first) => Open();

    protected override Task Destroy() => Database.Drop();

    private static async Task<List<string>> Column(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
            values.Add(reader.GetString(0));
        return values;
    }
}
