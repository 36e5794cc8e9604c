using Hub.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>The key tables.</summary>
internal static class SqliteKeys
{
    // Said outright, because SQLite would rather walk through every key of the tenant than look each id up.
    private const string SelectItems = """
        select k.item, k.owner, k.wrapped from json_each($2) w cross join item_keys k on k.tenant = $1 and k.item = unhex(w.value)
        union
        select k.item, k.owner, k.wrapped from json_each($3) w cross join item_keys k indexed by item_keys_owner on k.tenant = $1 and k.owner = unhex(w.value)
        """;

    private const string SelectOwners =
        "select k.owner, k.wrapped from json_each($2) w cross join subject_keys k on k.tenant = $1 and k.owner = unhex(w.value)";

    internal static KeyRows Read(SqliteFile file, Guid tenant, KeyQuery query)
    {
        var items = file.Query(SelectItems, row => new ItemKeyRow(row.Id(0), row.Id(1), row.BytesOrNull(2)),
            tenant, SqliteValues.List(query.Items), SqliteValues.List(query.ItemsOf));
        var owners = query.Owners.Union(query.ItemsOf).Union(items.Select(i => i.Owner));
        return new KeyRows(file.Query(SelectOwners, row => new OwnerKeyRow(row.Id(0), row.BytesOrNull(1)), tenant, SqliteValues.List(owners)), items);
    }

    internal static TenantKeyRow? FindTenantKey(SqliteFile file, Guid tenant) =>
        file.Query("select key_id, wrapped from tenant_keys where tenant = $1", row => new TenantKeyRow(row.GetString(0), row.GetFieldValue<byte[]>(1)), tenant)
            .SingleOrDefault();

    internal static int KeepTenantKey(SqliteStatements statements, SqliteTransaction transaction, Guid tenant, TenantKeyRow key) =>
        statements.Execute(transaction, "insert into tenant_keys (tenant, key_id, wrapped) values ($1, $2, $3) on conflict do nothing", tenant, key.KeyId, key.Wrapped);

    /// <summary>An empty key is one that was dropped. What waits for the tenant goes with it.</summary>
    internal static void DropTenantKey(SqliteStatements statements, SqliteTransaction transaction, Guid tenant)
    {
        foreach (var sql in (string[])
        [
            "insert into tenant_keys (tenant, key_id, wrapped) values ($1, '', x'') on conflict do update set wrapped = x''",
            "update subject_keys set wrapped = null where tenant = $1", "update item_keys set wrapped = null where tenant = $1",
            "delete from deadlines where tenant = $1", "delete from deletable_cases where tenant = $1", "delete from drafts where tenant = $1",
            "delete from account_invitations where tenant = $1", "delete from snapshots where tenant = $1",
        ])
            statements.Execute(transaction, sql, tenant);
    }

    internal static int RewrapTenantKey(SqliteStatements statements, SqliteTransaction transaction, Guid tenant, TenantKeyRow from, TenantKeyRow to) =>
        statements.Execute(transaction, "update tenant_keys set key_id = $3, wrapped = $4 where tenant = $1 and wrapped = $2", tenant, from.Wrapped, to.KeyId, to.Wrapped);

    internal static void Write(SqliteStatements statements, SqliteTransaction transaction, Guid tenant, KeyWrites keys)
    {
        foreach (var (owner, wrapped) in keys.NewOwners)
            statements.Execute(transaction, "insert into subject_keys (tenant, owner, wrapped) values ($1, $2, $3)", tenant, owner, wrapped);
        foreach (var (item, owner, wrapped) in keys.NewItems)
            statements.Execute(transaction, "insert into item_keys (tenant, item, owner, wrapped) values ($1, $2, $3, $4)", tenant, item, owner, wrapped);
        foreach (var (from, to) in keys.Rewrapped)
        {
            statements.Execute(transaction,
                "update item_keys set owner = $4, wrapped = $5 where tenant = $1 and item = $2 and owner = $3 and wrapped is not null",
                tenant, to.Item, from, to.Owner, to.Wrapped);
        }

        foreach (var item in keys.DroppedItems)
            statements.Execute(transaction, "update item_keys set wrapped = null where tenant = $1 and item = $2", tenant, item);
        foreach (var owner in keys.DroppedOwners)
            DropOwner(statements, transaction, tenant, owner);
    }

    private static void DropOwner(SqliteStatements statements, SqliteTransaction transaction, Guid tenant, Guid owner)
    {
        statements.Execute(transaction,
            "insert into subject_keys (tenant, owner, wrapped) values ($1, $2, null) on conflict do update set wrapped = null", tenant, owner);
        statements.Execute(transaction, "update item_keys set wrapped = null where tenant = $1 and owner = $2", tenant, owner);
    }
}
