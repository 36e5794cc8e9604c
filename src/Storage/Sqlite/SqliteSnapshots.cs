using Hub.Contracts;
using Hub.Storage.Snapshots;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>The snapshots' table in a SQLite file.</summary>
internal sealed class SqliteSnapshots(SqliteFile file) : ISnapshotShelf
{
    private const string Upsert = """
        insert into snapshots (tenant, stream, id, version, data) values ($1, $2, $3, $4, $5)
        on conflict do update set id = excluded.id, version = excluded.version, data = excluded.data
        """;

    private const string Delete = "delete from snapshots where tenant = $1 and stream = $2";

    public Task Keep(StreamKey stream, SealedSnapshot snapshot, CancellationToken ct) => file.Writer.Run(
        (_, transaction) => file.Writer.Statements.Execute(transaction, Upsert, stream.Tenant, stream.Stream, snapshot.Id, snapshot.Version, snapshot.Data), ct);

    public Task<SealedSnapshot?> Find(StreamKey stream, string version, CancellationToken ct) => Task.FromResult(file.Query(
        "select id, data from snapshots where tenant = $1 and stream = $2 and version = $3",
        row => new SealedSnapshot(row.Id(0), version, row.GetFieldValue<byte[]>(1)), stream.Tenant, stream.Stream, version).SingleOrDefault());

    internal static void Forget(SqliteStatements statements, SqliteTransaction transaction, StreamKey stream) =>
        statements.Execute(transaction, Delete, stream.Tenant, stream.Stream);
}
