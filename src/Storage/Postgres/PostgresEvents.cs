using Hub.Contracts;
using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>Reads event rows: whole and sealed, or only what the feed needs.</summary>
internal static class PostgresEvents
{
    private const string Select =
        "select seq, board_seq, event_id, command_id, type, at, actor, from_kontor, reached, readers, knows_case, data from events where tenant = $1 and stream = $2";

    private const string SelectFeed =
        "select seq, board_seq, at, reached, readers, knows_case, type, kontor, case_id, task_id, handover_id, matter_id, status from events where tenant = $1 and stream = $2";

    internal static async Task<IReadOnlyList<StoredEvent>> Read(PostgresDatabase database, EventQuery query, CancellationToken ct)
    {
        var (tenant, stream) = query.Stream;
        return await (query switch
        {
            { CaseId: { } id } => database.Query(tenant, ct, ToEvent, $"{Select} and case_id = $3 order by seq", tenant, stream, id),
            { MatterId: { } id } => database.Query(tenant, ct, ToEvent, $"{Select} and matter_id = $3 order by seq", tenant, stream, id),
            { Erasures: true, CommandId: { } id } => database.Query(
                tenant, ct, ToEvent, $"{Select} and {EventQuery.IsErasure} and command_id = $3 order by seq", tenant, stream, id),
            { Erasures: true } => database.Query(tenant, ct, ToEvent, $"{Select} and {EventQuery.IsErasure} order by seq", tenant, stream),
            _ => database.Query(tenant, ct, ToEvent, $"{Select} and seq > $3 order by seq limit $4", tenant, stream, query.AfterSeq, query.Limit),
        });
    }

    internal static async Task<IReadOnlyList<FeedRow>> ReadFeed(PostgresDatabase database, StreamKey stream, Kontorer offices, long afterSeq, int limit, CancellationToken ct) =>
        await database.Query(stream.Tenant, ct, ToFeedRow, $"{SelectFeed} and seq > $3 and reached & $4 <> 0 order by seq limit $5",
            stream.Tenant, stream.Stream, afterSeq, (short)offices, limit);

    internal static async Task<IReadOnlyList<FeedRow>> ReadBoardFeed(PostgresDatabase database, StreamKey stream, long afterBoardSeq, int limit, CancellationToken ct) =>
        await database.Query(stream.Tenant, ct, ToFeedRow, $"{SelectFeed} and board_seq > $3 order by board_seq limit $4",
            stream.Tenant, stream.Stream, afterBoardSeq, limit);

    private static StoredEvent ToEvent(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.OrNull<long>(1), row.GetGuid(2), row.GetGuid(3), row.GetString(4), row.Time(5), row.GetGuid(6), KontorAt(row, 7),
        ToAudience(row, 8), row.GetFieldValue<byte[]>(11));

    private static FeedRow ToFeedRow(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.OrNull<long>(1), row.Time(2), ToAudience(row, 3),
        new Subject(row.GetString(6), KontorAt(row, 7), row.OrNull<Guid>(8), row.OrNull<Guid>(9), row.OrNull<Guid>(10), row.OrNull<Guid>(11),
            row.IsDBNull(12) ? null : row.GetString(12)));

    private static Kontor? KontorAt(NpgsqlDataReader row, int column) => (Kontor?)row.OrNull<short>(column);

    private static Audience ToAudience(NpgsqlDataReader row, int first) =>
        new((Kontorer)row.GetInt16(first), (Kontorer)row.GetInt16(first + 1), (Kontorer)row.GetInt16(first + 2));
}
