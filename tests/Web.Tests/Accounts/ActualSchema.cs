using System.Data.Common;

namespace Hub.Web.Tests.Accounts;

/// <summary>Tables that a library maps, as a database describes them.</summary>
internal static class ActualSchema
{
    public static Task<List<string>> SqliteColumns(DbConnection connection) => Lines(connection, """
        select t.name || '.' || c.name || ' ' || lower(c.type) || iif(c."notnull", ' not null', '') || iif(c.pk > 0, ' key ' || c.pk, '')
        from sqlite_master t, pragma_table_info(t.name) c
        where t.type = 'table' and t.name like 'account%'
        """);

    public static Task<List<string>> SqliteIndexes(DbConnection connection) => Lines(connection, """
        select t.name || ' (' || (select group_concat(name) from (select name from pragma_index_info(i.name) order by seqno)) || ')' || iif(i."unique", ' unique', '')
        from sqlite_master t, pragma_index_list(t.name) i
        where t.type = 'table' and t.name like 'account%' and i.origin = 'c'
        """);

    public static Task<List<string>> PostgresColumns(DbConnection connection, string prefix = "account") => Lines(connection, $"""
        select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
            || coalesce(' key ' || array_position(p.conkey, a.attnum), '')
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_constraint p on p.conrelid = c.oid and p.contype = 'p'
        where c.relkind = 'r' and c.relname like '{prefix}%'
        """);

    public static Task<List<string>> PostgresIndexes(DbConnection connection, string prefix = "account") => Lines(connection, $"""
        select c.relname || ' (' || (select string_agg(a.attname, ',' order by k.n)
            from unnest(i.indkey) with ordinality k(num, n) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num) || ')'
            || case when i.indisunique then ' unique' else '' end
        from pg_index i join pg_class c on c.oid = i.indrelid
        where c.relname like '{prefix}%' and not i.indisprimary
        """);

    private static async Task<List<string>> Lines(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text stands above
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
