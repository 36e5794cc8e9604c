using Hub.Contracts;
using Hub.Storage.Snapshots;
using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>The snapshots' table on PostgreSQL.</summary>
internal sealed class PostgresSnapshots(PostgresDatabase database) : ISnapshotShelf
{
    private const string Upsert = """
        insert into snapshots (tenant, stream, id, version, data) values ($1, $2, $3, $4, $5)
        on conflict (tenant, stream) do update set id = excluded.id, version = excluded.version, data = excluded.data
        """;

    public Task Keep(StreamKey stream, SealedSnapshot snapshot, CancellationToken ct) => database.Query(
        stream.Tenant, ct, _ => 0, Upsert, stream.Tenant, stream.Stream, snapshot.Id, snapshot.Version, snapshot.Data);

    public async Task<SealedSnapshot?> Find(StreamKey stream, string version, CancellationToken ct) => (await database.Query(
        stream.Tenant, ct, row => new SealedSnapshot(row.GetGuid(0), version, row.GetFieldValue<byte[]>(1)),
        "select id, data from snapshots where tenant = $1 and stream = $2 and version = $3", stream.Tenant, stream.Stream, version)).SingleOrDefault();

    /// <summary>Both kinds: this table's, and the grain's of the cluster edition.</summary>
    internal static IEnumerable<NpgsqlBatchCommand> Forget(StreamKey stream) =>
    [
        PostgresDatabase.Command("delete from snapshots where tenant = $1 and stream = $2", stream.Tenant, stream.Stream),
        PostgresDatabase.Command("delete from orleansstorage where grainidextensionstring = $1", GrainKey.Of(stream)),
    ];
}
