using Hub.Contracts;
using Hub.Storage.Keys;
using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>The key tables.</summary>
internal static class PostgresKeys
{
    // One round trip: the items, and the owners asked for together with those of the items. A row without an item is an owner's.
    private const string Select = """
        with items as (
            select item, owner, wrapped from item_keys where tenant = $1 and item = any($3)
            union
            select item, owner, wrapped from item_keys where tenant = $1 and owner = any($4))
        select item, owner, wrapped from items
        union all
        select null, owner, wrapped from subject_keys where tenant = $1 and owner = any($2 || $4 || array(select owner from items))
        """;

    internal static async Task<KeyRows> Read(PostgresDatabase database, Guid tenant, KeyQuery query, CancellationToken ct)
    {
        var rows = await database.Query(tenant, ct, row => (Item: row.OrNull<Guid>(0), Owner: row.GetGuid(1), Wrapped: row.BytesOrNull(2)), Select,
            tenant, query.Owners.ToArray(), query.Items.ToArray(), query.ItemsOf.ToArray());
        return new KeyRows(
            [.. rows.Where(r => r.Item is null).Select(r => new OwnerKeyRow(r.Owner, r.Wrapped))],
            [.. rows.Where(r => r.Item is not null).Select(r => new ItemKeyRow(r.Item!.Value, r.Owner, r.Wrapped))]);
    }

    internal static async Task<TenantKeyRow?> FindTenantKey(PostgresDatabase database, Guid tenant, CancellationToken ct) =>
        (await database.Query(tenant, ct, row => new TenantKeyRow(row.GetString(0), row.GetFieldValue<byte[]>(1)),
            "select key_id, wrapped from tenant_keys where tenant = $1", tenant)).SingleOrDefault();

    internal static Task KeepTenantKey(PostgresDatabase database, Guid tenant, TenantKeyRow key, CancellationToken ct) =>
        database.Query(tenant, ct, _ => 0, "insert into tenant_keys (tenant, key_id, wrapped) values ($1, $2, $3) on conflict do nothing", tenant, key.KeyId, key.Wrapped);

    /// <summary>The old wrapping goes when the key tables are tended.</summary>
    internal static async Task<bool> RewrapTenantKey(PostgresDatabase database, Guid tenant, TenantKeyRow from, TenantKeyRow to, CancellationToken ct) =>
        (await database.Query(
            tenant, ct, row => row.GetInt32(0), $"with untended as ({Untend}) update tenant_keys set key_id = $3, wrapped = $4 where tenant = $1 and wrapped = $2 returning 1",
            tenant, from.Wrapped, to.KeyId, to.Wrapped)).Count > 0;

    private const string Untend = "update key_tables set untended = true where not untended";

    /// <summary>An empty key is one that was dropped. What waits for the tenant goes with it. It may be many rows.</summary>
    internal static Task DropTenantKey(PostgresDatabase database, Guid tenant) => database.Write(tenant,
    [
        PostgresDatabase.Command("set local statement_timeout = 0"),
        PostgresDatabase.Command("insert into tenant_keys (tenant, key_id, wrapped) values ($1, '', '') on conflict (tenant) do update set wrapped = ''", tenant),
        PostgresDatabase.Command("update subject_keys set wrapped = null where tenant = $1", tenant),
        PostgresDatabase.Command("update item_keys set wrapped = null where tenant = $1", tenant),
        PostgresDatabase.Command("delete from deadlines where tenant = $1", tenant),
        PostgresDatabase.Command("delete from deletable_cases where tenant = $1", tenant),
        PostgresDatabase.Command("delete from drafts where tenant = $1", tenant),
        PostgresDatabase.Command("delete from account_invitations where tenant = $1", tenant),
        PostgresDatabase.Command("delete from snapshots where tenant = $1", tenant),
        PostgresDatabase.Command("delete from orleansstorage where starts_with(grainidextensionstring, $1)", GrainKey.OfTenant(tenant)),
        PostgresDatabase.Command(Untend),
    ]);

    /// <summary>The changes besides new keys, in order.</summary>
    internal static IEnumerable<NpgsqlBatchCommand> Changes(StreamKey stream, KeyWrites keys)
    {
        var tenant = stream.Tenant;
        if (keys.Drops)
        {
            foreach (var command in PostgresSnapshots.Forget(stream))
                yield return command;
        }

        if (!keys.OnlyAdds)
            yield return PostgresDatabase.Command(Untend);
        if (keys.Rewrapped.Count > 0)
        {
            yield return PostgresDatabase.Command("""
                update item_keys k set owner = r.owner, wrapped = r.wrapped from unnest($2, $3, $4, $5) r(item, "from", owner, wrapped)
                where k.tenant = $1 and k.item = r.item and k.owner = r."from" and k.wrapped is not null
                """, tenant, PostgresParameters.Array(keys.Rewrapped, r => r.To.Item), PostgresParameters.Array(keys.Rewrapped, r => r.From),
                PostgresParameters.Array(keys.Rewrapped, r => r.To.Owner), PostgresParameters.Array(keys.Rewrapped, r => r.To.Wrapped));
        }

        if (keys.DroppedItems.Count > 0)
            yield return PostgresDatabase.Command("update item_keys set wrapped = null where tenant = $1 and item = any($2)", tenant, keys.DroppedItems.ToArray());
        if (keys.DroppedOwners.Count == 0)
            yield break;
        yield return PostgresDatabase.Command("""
            insert into subject_keys (tenant, owner, wrapped) select $1, owner, null from unnest($2) owner
            on conflict (tenant, owner) do update set wrapped = null
            """, tenant, keys.DroppedOwners.ToArray());
        yield return PostgresDatabase.Command("update item_keys set wrapped = null where tenant = $1 and owner = any($2)", tenant, keys.DroppedOwners.ToArray());
    }
}
