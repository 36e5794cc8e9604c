using System.Text.Json;
using Hub.Contracts;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>The cases that wait for the nightly run, in a SQLite file.</summary>
internal sealed class SqliteDeletables(SqliteReaders readers) : IDeletables
{
    private const string Select = """
        select d.case_id, d.number, d.category, d.outcome, d.since from json_each($3) l cross join deletable_cases d indexed by deletable_cases_due
        on d.tenant = $1 and d.stream = $2 and d.category = l.value ->> 0 and d.outcome = l.value ->> 1 and d.since <= l.value ->> 2
        order by d.since, d.case_id limit $4
        """;

    private const string Upsert = """
        insert into deletable_cases (tenant, stream, case_id, number, category, outcome, since) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do update set category = excluded.category, outcome = excluded.outcome, since = excluded.since
        """;

    private const string Delete = "delete from deletable_cases where tenant = $1 and stream = $2 and case_id = $3";

    public Task<IReadOnlyList<DeletableCase>> Find(StreamKey stream, IReadOnlyList<DeletableLimit> limits, int most, CancellationToken ct)
    {
        var wanted = JsonSerializer.Serialize(limits.Select(l => new object[] { Deletables.Spell(l.Category), Deletables.Spell(l.Outcome), SqliteValues.Micros(l.Since) }));
        return Task.FromResult<IReadOnlyList<DeletableCase>>(readers.Query(
            Select, row => Deletables.Of(row.Id(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.Time(4)), stream.Tenant, stream.Stream, wanted, most));
    }

    internal static void Write(SqliteStatements statements, SqliteTransaction transaction, Append append)
    {
        var (tenant, stream) = append.Stream;
        foreach (var c in append.ClearDeletable)
            statements.Execute(transaction, Delete, tenant, stream, c);
        foreach (var c in append.SetDeletable)
            statements.Execute(transaction, Upsert, tenant, stream, c.CaseId, c.Number, Deletables.Spell(c.Category), Deletables.Spell(c.Outcome), c.Since);
    }
}
