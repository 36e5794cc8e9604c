using Hub.Contracts;
using Hub.Storage.Json;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>One append on the writer, in its savepoint.</summary>
internal static class SqliteAppend
{
    private const string CreateHead = """
        insert into heads (tenant, stream, seq, board_seq, at)
        select $1, $2, $4, coalesce($6, 0), coalesce($7, 0) where coalesce($5, 1) = 1
        on conflict do update set seq = excluded.seq, board_seq = excluded.board_seq, at = max(at, excluded.at) where seq = $3
        """;

    private const string AdvanceHead = """
        update heads set seq = $4, board_seq = coalesce($6, board_seq), at = max(at, coalesce($7, at))
        where tenant = $1 and stream = $2 and seq = $3 and board_seq = coalesce($5 - 1, board_seq)
        """;

    private const string InsertEvent = """
        insert into events (tenant, stream, seq, board_seq, event_id, command_id, type, at, actor, from_kontor,
            reached, readers, knows_case, kontor, case_id, task_id, handover_id, matter_id, status, data)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        """;

    private const string InsertReceipt =
        "insert into receipts (tenant, stream, command_id, body_hash, receipt) values ($1, $2, $3, $4, $5)";

    private const string ClearDeadline =
        "delete from deadlines where tenant = $1 and stream = $2 and kind = $3 and subject = $4";

    private const string SetDeadline = """
        insert into deadlines (tenant, stream, kind, subject, due, ticks) values ($1, $2, $3, $4, $5, $6)
        on conflict do update set due = excluded.due, ticks = excluded.ticks
        """;

    /// <summary>Runs an append on the writer; a unique key that is taken is somebody who wrote first.</summary>
    internal static async Task<AppendResult> RunAsAppend(this SqliteWriter writer, Func<SqliteTransaction, AppendResult> append, CancellationToken ct)
    {
        const int constraint = SQLitePCL.raw.SQLITE_CONSTRAINT;
        try
        {
            return await writer.Run((_, transaction) => append(transaction), ct);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == constraint && e.SqliteExtendedErrorCode is SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY or SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE)
        {
            return AppendResult.Conflict;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_BUSY)
        {
            throw new StoreBusyException("The append was not written.", e);
        }
    }

    internal static AppendResult Write(SqliteStatements statements, SqliteTransaction transaction, SealedAppend append)
    {
        var (tenant, stream) = append.Stream;
        var advanced = statements.Execute(transaction, append.Order.ExpectedSeq == 0 ? CreateHead : AdvanceHead,
            tenant, stream, append.Order.ExpectedSeq, append.NewSeq, append.FirstBoardSeq, append.LastBoardSeq, append.LastAt);
        if (advanced == 0)
            return AppendResult.Conflict;

        for (var i = 0; i < append.Data.Count; i++)
            WriteEvent(statements, transaction, append.Stream, append.Order.Events[i], append.Data[i]);
        foreach (var receipt in append.Order.Receipts)
            statements.Execute(transaction, InsertReceipt, tenant, stream, receipt.CommandId, receipt.BodyHash, EventJson.Write(receipt.Receipt));
        foreach (var (kind, subject) in append.Cleared)
            statements.Execute(transaction, ClearDeadline, tenant, stream, kind, subject);
        foreach (var (kind, subject, due) in append.Order.SetDeadlines)
            statements.Execute(transaction, SetDeadline, tenant, stream, kind, subject, Deadlines.NotBefore(due), due.UtcTicks);
        SqliteDeletables.Write(statements, transaction, append.Order);
        SqliteKeys.Write(statements, transaction, tenant, append.Keys);
        if (append.Keys.Drops)
            SqliteSnapshots.Forget(statements, transaction, append.Stream);
        return AppendResult.Done;
    }

    private static void WriteEvent(SqliteStatements statements, SqliteTransaction transaction, StreamKey stream, AppendEvent @event, string data)
    {
        var (recorded, subject) = @event;
        statements.Execute(transaction, InsertEvent, stream.Tenant, stream.Stream, recorded.Seq, recorded.BoardSeq, recorded.EventId,
            recorded.CommandId, subject.Kind, recorded.At, recorded.Actor, recorded.From,
            recorded.Audience.Reached, recorded.Audience.Readers, recorded.Audience.KnowsCase,
            subject.Kontor, subject.CaseId, subject.TaskId, subject.HandoverId, subject.MatterId, subject.Status, data);
    }
}
