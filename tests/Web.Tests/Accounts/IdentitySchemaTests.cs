using Hub.Storage;
using Hub.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Web.Tests.Accounts;

/// <summary>Hub writes Identity's tables itself, so it must notice when EF Core's mapping asks for something else.</summary>
public sealed class IdentitySchemaTests
{
    [Fact]
    public async Task On_SQLite_the_migrated_tables_are_those_that_EF_Core_maps()
    {
        using var folder = new TempFolder();
        await using var store = Open($"sqlite:{folder.File("hub.db")}");
        await store.Migrate();
        await using var connection = new SqliteConnection(store.Sqlite!.ReadConnectionString);
        await connection.OpenAsync();

        var (columns, indexes) = Mapped(o => o.UseSqlite("Data Source=:memory:"));

        Assert.Equal(columns, await ActualSchema.SqliteColumns(connection));
        Assert.Equal(indexes, await ActualSchema.SqliteIndexes(connection));
    }

    [Fact]
    public async Task On_PostgreSQL_the_migrated_tables_are_those_that_EF_Core_maps()
    {
        var database = await PostgresTestDatabase.Create();
        await using (var store = Open(database.Address))
        {
            await store.Migrate();
            await using var connection = new NpgsqlConnection(database.AdminConnectionString);
            await connection.OpenAsync();

            var (columns, indexes) = Mapped(o => o.UseNpgsql("Host=nowhere"));

            Assert.Equal(columns, await ActualSchema.PostgresColumns(connection));
            Assert.Equal(indexes, await ActualSchema.PostgresIndexes(connection));
        }

        await database.Drop();
    }

    private static HubStore Open(string address) => HubStore.Open(address, TenantKeyRing.Parse(TenantKeyRing.Generate("test")), TimeProvider.System);

    /// <summary>A line per column (type, null, place in the key) and one per index, as the model wants them.</summary>
    private static (List<string> Columns, List<string> Indexes) Mapped(Action<DbContextOptionsBuilder> database)
    {
        var services = new ServiceCollection().Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();
        var options = new DbContextOptionsBuilder<HubIdentityContext>().UseApplicationServiceProvider(services);
        database(options);
        using var context = new HubIdentityContext(options.Options);
        var tables = context.Model.GetRelationalModel().Tables.ToList();
        return (
            [.. tables.SelectMany(t => t.Columns.Select(c => Column(t, c))).Order(StringComparer.Ordinal)],
            [.. tables.SelectMany(t => t.Indexes.Select(i => Index(t, i))).Order(StringComparer.Ordinal)]);
    }

    private static string Column(ITable table, IColumn column)
    {
        var key = table.PrimaryKey!.Columns.ToList().IndexOf(column) + 1;
        return $"{table.Name}.{column.Name} {column.StoreType.ToLowerInvariant()}{(column.IsNullable ? "" : " not null")}{(key > 0 ? $" key {key}" : "")}";
    }

    private static string Index(ITable table, ITableIndex index) =>
        $"{table.Name} ({string.Join(',', index.Columns.Select(c => c.Name))}){(index.IsUnique ? " unique" : "")}";
}
