using Hub.Contracts;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>Reads event rows: whole and sealed, or only what the feed needs.</summary>
internal static class SqliteEvents
{
    private const string Select =
        "select seq, board_seq, event_id, command_id, type, at, actor, from_kontor, reached, readers, knows_case, data from events where tenant = $1 and stream = $2";

    private const string SelectFeed =
        "select seq, board_seq, at, reached, readers, knows_case, type, kontor, case_id, task_id, handover_id, matter_id, status from events where tenant = $1 and stream = $2";

    internal static IReadOnlyList<StoredEvent> Read(SqliteFile file, EventQuery query) => query switch
    {
        { CaseId: { } id } => file.Query($"{Select} and case_id = $3 order by seq", ToEvent, query.Stream.Tenant, query.Stream.Stream, id),
        { MatterId: { } id } => file.Query($"{Select} and matter_id = $3 order by seq", ToEvent, query.Stream.Tenant, query.Stream.Stream, id),
        { Erasures: true, CommandId: { } id } => file.Query(
            $"{Select} and {EventQuery.IsErasure} and command_id = $3 order by seq", ToEvent, query.Stream.Tenant, query.Stream.Stream, id),
        { Erasures: true } => file.Query($"{Select} and {EventQuery.IsErasure} order by seq", ToEvent, query.Stream.Tenant, query.Stream.Stream),
        _ => file.Query($"{Select} and seq > $3 order by seq limit $4", ToEvent, query.Stream.Tenant, query.Stream.Stream, query.AfterSeq, query.Limit),
    };

    internal static IReadOnlyList<FeedRow> ReadFeed(SqliteFile file, StreamKey stream, Kontorer offices, long afterSeq, int limit) => file.Query(
        $"{SelectFeed} and seq > $3 and reached & $4 <> 0 order by seq limit $5", ToFeedRow, stream.Tenant, stream.Stream, afterSeq, offices, limit);

    internal static IReadOnlyList<FeedRow> ReadBoardFeed(SqliteFile file, StreamKey stream, long afterBoardSeq, int limit) => file.Query(
        $"{SelectFeed} and board_seq > $3 order by board_seq limit $4", ToFeedRow, stream.Tenant, stream.Stream, afterBoardSeq, limit);

    private static StoredEvent ToEvent(SqliteDataReader row) => new(
        row.GetInt64(0), row.LongOrNull(1), row.Id(2), row.Id(3), row.GetString(4), row.Time(5), row.Id(6), row.KontorOrNull(7),
        ToAudience(row, 8), row.GetFieldValue<byte[]>(11));

    private static FeedRow ToFeedRow(SqliteDataReader row) => new(
        row.GetInt64(0), row.LongOrNull(1), row.Time(2), ToAudience(row, 3),
        new Subject(row.GetString(6), row.KontorOrNull(7), row.IdOrNull(8), row.IdOrNull(9), row.IdOrNull(10), row.IdOrNull(11),
            row.IsDBNull(12) ? null : row.GetString(12)));

    private static Audience ToAudience(SqliteDataReader row, int first) =>
        new((Kontorer)row.GetInt32(first), (Kontorer)row.GetInt32(first + 1), (Kontorer)row.GetInt32(first + 2));
}
