using Hub.Contracts;

namespace Hub.Storage.Postgres;

/// <summary>The cases that wait for the nightly run, on PostgreSQL.</summary>
internal sealed class PostgresDeletables(PostgresDatabase database) : IDeletables
{
    private const string Select = """
        select d.case_id, d.number, d.category, d.outcome, d.since from unnest($3, $4, $5) l(category, outcome, since)
        join deletable_cases d on d.tenant = $1 and d.stream = $2 and d.category = l.category and d.outcome = l.outcome and d.since <= l.since
        order by d.since, d.case_id limit $6
        """;

    public async Task<IReadOnlyList<DeletableCase>> Find(StreamKey stream, IReadOnlyList<DeletableLimit> limits, int most, CancellationToken ct) =>
        await database.Query(
            stream.Tenant, ct, row => Deletables.Of(row.GetGuid(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.Time(4)), Select,
            stream.Tenant, stream.Stream, PostgresParameters.Array(limits, l => Deletables.Spell(l.Category)),
            PostgresParameters.Array(limits, l => Deletables.Spell(l.Outcome)), PostgresParameters.Array(limits, l => l.Since.UtcDateTime), most);
}
