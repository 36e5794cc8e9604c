using Npgsql;
using NpgsqlTypes;

namespace Hub.Storage.Postgres;

/// <summary>The drafts' table on PostgreSQL.</summary>
internal sealed class PostgresDrafts(PostgresDatabase database) : IDraftTables
{
    private const string Upsert = """
        insert into drafts (tenant, omraade, author, subject, form, id, owner, wrapped, data, saved_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())
        on conflict (tenant, omraade, author, subject, form)
        do update set id = excluded.id, owner = excluded.owner, wrapped = excluded.wrapped, data = excluded.data, saved_at = excluded.saved_at
        """;

    private const string Select =
        "select form, id, owner, wrapped, data, saved_at from drafts where tenant = $1 and omraade = $2 and author = $3 and subject = $4 order by form";

    public Task Keep(DraftKey key, SealedDraft draft, CancellationToken ct) => Run(
        key.Spot, ct, Upsert, key.Spot.Tenant, key.Spot.Omraade, key.Spot.User, key.Spot.Subject, key.Form, draft.Id,
        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)draft.Owner ?? DBNull.Value }, draft.Wrapped, draft.Data);

    public async Task<IReadOnlyList<StoredDraft>> Read(DraftSpot spot, CancellationToken ct) => await database.Query(
        spot.Tenant, ct,
        row => new StoredDraft(row.GetString(0), new SealedDraft(row.GetGuid(1), row.OrNull<Guid>(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4)), row.Time(5)),
        Select, spot.Tenant, spot.Omraade, spot.User, spot.Subject);

    public Task Delete(DraftKey key, CancellationToken ct) => Run(
        key.Spot, ct, "delete from drafts where tenant = $1 and omraade = $2 and author = $3 and subject = $4 and form = $5",
        key.Spot.Tenant, key.Spot.Omraade, key.Spot.User, key.Spot.Subject, key.Form);

    public async Task<int> Sweep(TimeSpan untouchedFor, CancellationToken ct) =>
        (int)(await database.QueryAll(ct, row => row.GetInt64(0), "select sweep_drafts($1)", untouchedFor)).Single();

    private Task Run(DraftSpot spot, CancellationToken ct, string sql, params object[] args) => database.Query(spot.Tenant, ct, _ => 0, sql, args);
}
