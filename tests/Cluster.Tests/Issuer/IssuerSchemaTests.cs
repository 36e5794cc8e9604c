using Hub.Web.Issuer;
using Hub.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>Hub writes the library's tables itself, so it must notice when the library's mapping asks for something else.</summary>
public sealed class IssuerSchemaTests
{
    [Fact]
    public async Task The_migrated_tables_are_those_that_the_library_maps()
    {
        await using var ground = await Ground.Create();
        await using var connection = new NpgsqlConnection(ground.Database.AdminConnectionString);
        await connection.OpenAsync();
        using var context = new IssuerContext(new DbContextOptionsBuilder<IssuerContext>().UseNpgsql("Host=nowhere").Options);
        var tables = context.Model.GetRelationalModel().Tables.ToList();

        Assert.Equal(tables.SelectMany(t => t.Columns.Select(c => Column(t, c))).Order(StringComparer.Ordinal), await ActualSchema.PostgresColumns(connection, "issuer"));
        Assert.Equal(tables.SelectMany(t => t.Indexes.Select(i => Index(t, i))).Order(StringComparer.Ordinal), await ActualSchema.PostgresIndexes(connection, "issuer"));
    }

    private static string Column(ITable table, IColumn column)
    {
        var key = table.PrimaryKey!.Columns.ToList().IndexOf(column) + 1;
        return $"{table.Name}.{column.Name} {column.StoreType}{(column.IsNullable ? "" : " not null")}{(key > 0 ? $" key {key}" : "")}";
    }

    private static string Index(ITable table, ITableIndex index) => $"{table.Name} ({string.Join(',', index.Columns.Select(c => c.Name))}){(index.IsUnique ? " unique" : "")}";
}
