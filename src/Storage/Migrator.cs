using System.Data.Common;
using System.Globalization;

namespace Hub.Storage;

/// <summary>Runs the numbered SQL files of one database that have not run yet, all in the caller's transaction.</summary>
/// <param name="folder">The folder of the embedded files, "Sqlite" or "Postgres".</param>
internal sealed class Migrator(string folder)
{
    private readonly IReadOnlyList<(int Version, string Resource)> files = FindFiles(folder);

    internal int Latest => files[^1].Version;

    /// <exception cref="InvalidOperationException">A newer build has migrated this database.</exception>
    internal void Run(DbConnection connection, DbTransaction transaction, DateTimeOffset now)
    {
        Execute(connection, transaction, "create table if not exists schema_versions (version integer not null primary key, name text not null, at text not null)");
        var done = ReadVersion(connection, transaction);
        if (done > Latest)
            throw new InvalidOperationException($"The database has schema version {done}, this build only knows {Latest}.");
        foreach (var (version, resource) in files.Where(f => f.Version > done))
        {
            Execute(connection, transaction, ReadSql(resource));
            Execute(connection, transaction, string.Create(CultureInfo.InvariantCulture,
                $"insert into schema_versions (version, name, at) values ({version}, '{NameOf(resource)}', '{now.UtcDateTime:O}')"));
        }
    }

    internal const string VersionQuery = "select coalesce(max(version), 0) from schema_versions";

    private static int ReadVersion(DbConnection connection, DbTransaction transaction)
    {
        using var command = Command(connection, transaction, VersionQuery);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(DbConnection connection, DbTransaction transaction, string sql)
    {
        using var command = Command(connection, transaction, sql);
        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the text comes from this assembly
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static List<(int, string)> FindFiles(string folder) =>
        [.. typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(r => r.Contains($".{folder}.Migrations.", StringComparison.Ordinal))
            .Select(r => (int.Parse(NameOf(r).AsSpan(0, 4), CultureInfo.InvariantCulture), r))
            .OrderBy(f => f.Item1)];

    private static string NameOf(string resource) => resource.Split('.')[^2];

    private static string ReadSql(string resource)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
