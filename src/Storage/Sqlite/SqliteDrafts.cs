namespace Hub.Storage.Sqlite;

/// <summary>The drafts' table in a SQLite file.</summary>
internal sealed class SqliteDrafts(SqliteFile file, TimeProvider time) : IDraftTables
{
    private const string Upsert = """
        insert into drafts (tenant, omraade, author, subject, form, id, owner, wrapped, data, saved_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict do update set id = excluded.id, owner = excluded.owner, wrapped = excluded.wrapped, data = excluded.data, saved_at = excluded.saved_at
        """;

    private const string Select =
        "select form, id, owner, wrapped, data, saved_at from drafts where tenant = $1 and omraade = $2 and author = $3 and subject = $4 order by form";

    public Task Keep(DraftKey key, SealedDraft draft, CancellationToken ct) => Run(
        Upsert, ct, key.Spot.Tenant, key.Spot.Omraade, key.Spot.User, key.Spot.Subject, key.Form, draft.Id, draft.Owner, draft.Wrapped, draft.Data, time.GetUtcNow());

    public Task<IReadOnlyList<StoredDraft>> Read(DraftSpot spot, CancellationToken ct) => Task.FromResult<IReadOnlyList<StoredDraft>>(file.Query(
        Select,
        row => new StoredDraft(row.GetString(0), new SealedDraft(row.Id(1), row.IdOrNull(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4)), row.Time(5)),
        spot.Tenant, spot.Omraade, spot.User, spot.Subject));

    public Task Delete(DraftKey key, CancellationToken ct) => Run(
        "delete from drafts where tenant = $1 and omraade = $2 and author = $3 and subject = $4 and form = $5", ct,
        key.Spot.Tenant, key.Spot.Omraade, key.Spot.User, key.Spot.Subject, key.Form);

    public Task<int> Sweep(TimeSpan untouchedFor, CancellationToken ct) => Run("delete from drafts where saved_at < $1", ct, time.GetUtcNow() - untouchedFor);

    private Task<int> Run(string sql, CancellationToken ct, params object?[] args) =>
        file.Writer.Run((_, transaction) => file.Writer.Statements.Execute(transaction, sql, args), ct);
}
