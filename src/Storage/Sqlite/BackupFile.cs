using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>A file that is being made of others.</summary>
internal sealed class BackupFile : IDisposable
{
    private readonly SqliteConnection connection;

    private BackupFile(SqliteConnection connection) => this.connection = connection;

    internal static BackupFile Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Address(path), Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        connection.Open();
        var file = new BackupFile(connection);
        file.Column("pragma journal_mode = delete");
        file.Run("pragma synchronous = full");
        return file;
    }

    internal void Attach(string path, string name, bool readOnly = false) =>
        Run($"attach '{Address(path)}?mode={(readOnly ? "ro" : "rw")}' as {name}");

    internal void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    internal List<string> Column(string sql)
    {
        using var command = Command(sql);
        return command.ReadAll(row => row.GetString(0));
    }

    /// <exception cref="BackupException">The master keys are others than those of the backup.</exception>
    internal void CheckTenantKeys(string schema, TenantKeyRing ring)
    {
        using var command = Command($"select tenant, key_id, wrapped from {schema}.tenant_keys where length(wrapped) > 0");
        foreach (var (tenant, keyId, wrapped) in command.ReadAll(row => (row.Id(0), row.GetString(1), row.GetFieldValue<byte[]>(2))))
        {
            try
            {
                ring.Unwrap(tenant, keyId, wrapped);
            }
            catch (CryptographicException e)
            {
                throw new BackupException($"The backup was made under another master key: put back HUB_TENANT_KEY or tenant.key, with the key '{keyId}' in it.", e);
            }
        }
    }

    public void Dispose() => connection.Dispose();

    /// <summary>As an address, so that a file can be attached that may only be read.</summary>
    private static string Address(string path) => new Uri(Path.GetFullPath(path)).AbsoluteUri.Replace("'", "%27", StringComparison.Ordinal);

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text comes from here or from the schema
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
