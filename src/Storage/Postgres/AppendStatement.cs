using System.Collections.Concurrent;
using Hub.Storage.Json;
using Npgsql;
using NpgsqlTypes;

namespace Hub.Storage.Postgres;

/// <summary>
/// One append as one statement: everything is inserted from the head's returned row, so that a lost head drops its own
/// append and nothing else in the transaction. Gives one row when it was carried out.
/// </summary>
internal static class AppendStatement
{
    private const string NotYetCarriedOut =
        "not exists (select from receipts r where r.tenant = $1 and r.stream = $2 and r.command_id = any($8))";

    private const string CreateHead = $"""
        with head as (
            insert into heads (tenant, stream, seq, board_seq, at)
            select $1, $2, $4, coalesce($6, 0), coalesce($7, 'epoch') where coalesce($5, 1) = 1 and {NotYetCarriedOut}
            on conflict (tenant, stream) do update set seq = excluded.seq, board_seq = excluded.board_seq, at = greatest(heads.at, excluded.at)
            where heads.seq = $3
            returning 1)
        """;

    private const string AdvanceHead = $"""
        with head as (
            update heads set seq = $4, board_seq = coalesce($6, board_seq), at = greatest(at, coalesce($7, at))
            where tenant = $1 and stream = $2 and seq = $3 and board_seq = coalesce($5 - 1, board_seq) and {NotYetCarriedOut}
            returning 1)
        """;

    private const string Insert = """
        , receipt as (
            insert into receipts (tenant, stream, command_id, body_hash, receipt)
            select $1, $2, r.* from head, unnest($8, $9, $10) r)
        , event as (
            insert into events (tenant, stream, seq, board_seq, event_id, command_id, type, at, actor, from_kontor,
                reached, readers, knows_case, kontor, case_id, task_id, handover_id, matter_id, status, data)
            select $1, $2, e.* from head,
                unnest($11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28) e)
        """;

    private static readonly ConcurrentDictionary<(bool Create, bool Deadlines, bool Keys, bool Deletable), string> Texts = new();

    internal static NpgsqlBatchCommand For(SealedAppend append)
    {
        var deadlines = append.Order.SetDeadlines.Count + append.Order.ClearDeadlines.Count > 0;
        var keys = append.Keys.NewOwners.Count + append.Keys.NewItems.Count > 0;
        var deletable = append.Order.SetDeletable.Count + append.Order.ClearDeletable.Count > 0;
        var command = new NpgsqlBatchCommand(Texts.GetOrAdd((append.Order.ExpectedSeq == 0, deadlines, keys, deletable), Text));
        AddHead(command.Parameters, append);
        AddEvents(command.Parameters, append);
        if (deadlines)
            AddDeadlines(command.Parameters, append);
        if (keys)
            AddKeys(command.Parameters, append);
        if (deletable)
            AddDeletable(command.Parameters, append.Order);
        return command;
    }

    private static string Text((bool Create, bool Deadlines, bool Keys, bool Deletable) parts)
    {
        var next = 29;
        string Arrays(int count) => string.Join(", ", Enumerable.Range(next, count).Select(_ => $"${next++}"));
        var text = (parts.Create ? CreateHead : AdvanceHead) + Insert;
        if (parts.Deadlines)
        {
            text += $"""

                , cleared as (
                    delete from deadlines d using head, unnest({Arrays(2)}) c(kind, subject)
                    where d.tenant = $1 and d.stream = $2 and d.kind = c.kind and d.subject = c.subject)
                , due as (
                    insert into deadlines (tenant, stream, kind, subject, due, ticks) select $1, $2, d.* from head, unnest({Arrays(4)}) d
                    on conflict (tenant, stream, kind, subject) do update set due = excluded.due, ticks = excluded.ticks)
                """;
        }

        if (parts.Keys)
        {
            text += $"""

                , owner_key as (insert into subject_keys (tenant, owner, wrapped) select $1, k.* from head, unnest({Arrays(2)}) k)
                , item_key as (insert into item_keys (tenant, item, owner, wrapped) select $1, k.* from head, unnest({Arrays(3)}) k)
                """;
        }

        if (parts.Deletable)
        {
            text += $"""

                , waits_no_more as (
                    delete from deletable_cases d using head, unnest({Arrays(1)}) c(case_id)
                    where d.tenant = $1 and d.stream = $2 and d.case_id = c.case_id)
                , waits as (
                    insert into deletable_cases (tenant, stream, case_id, number, category, outcome, since)
                    select $1, $2, w.* from head, unnest({Arrays(5)}) w
                    on conflict (tenant, stream, case_id) do update set category = excluded.category, outcome = excluded.outcome, since = excluded.since)
                """;
        }

        return text + "\nselect 1 from head";
    }

    private static void AddHead(NpgsqlParameterCollection parameters, SealedAppend append)
    {
        var receipts = append.Order.Receipts;
        parameters.Add(append.Stream.Tenant, append.Stream.Stream, append.Order.ExpectedSeq, append.NewSeq);
        parameters.AddOrNull(NpgsqlDbType.Bigint, append.FirstBoardSeq);
        parameters.AddOrNull(NpgsqlDbType.Bigint, append.LastBoardSeq);
        parameters.AddOrNull(NpgsqlDbType.TimestampTz, append.LastAt?.UtcDateTime);
        parameters.AddArray(receipts, r => r.CommandId);
        parameters.AddArray(receipts, r => r.BodyHash);
        parameters.AddArray(receipts, r => EventJson.Write(r.Receipt));
    }

    private static void AddEvents(NpgsqlParameterCollection parameters, SealedAppend append)
    {
        var events = append.Order.Events;
        parameters.AddArray(events, e => e.Recorded.Seq);
        parameters.AddArray(events, e => e.Recorded.BoardSeq);
        parameters.AddArray(events, e => e.Recorded.EventId);
        parameters.AddArray(events, e => e.Recorded.CommandId);
        parameters.AddArray(events, e => e.Subject.Kind);
        parameters.AddArray(events, e => e.Recorded.At.UtcDateTime);
        parameters.AddArray(events, e => e.Recorded.Actor);
        parameters.AddArray(events, e => (short?)e.Recorded.From);
        parameters.AddArray(events, e => (short)e.Recorded.Audience.Reached);
        parameters.AddArray(events, e => (short)e.Recorded.Audience.Readers);
        parameters.AddArray(events, e => (short)e.Recorded.Audience.KnowsCase);
        parameters.AddArray(events, e => (short?)e.Subject.Kontor);
        parameters.AddArray(events, e => e.Subject.CaseId);
        parameters.AddArray(events, e => e.Subject.TaskId);
        parameters.AddArray(events, e => e.Subject.HandoverId);
        parameters.AddArray(events, e => e.Subject.MatterId);
        parameters.AddArray(events, e => e.Subject.Status);
        parameters.AddArray(append.Data, d => d);
    }

    private static void AddDeadlines(NpgsqlParameterCollection parameters, SealedAppend append)
    {
        var (cleared, set) = (append.Cleared.ToList(), append.Order.SetDeadlines);
        parameters.AddArray(cleared, d => (short)d.Kind);
        parameters.AddArray(cleared, d => d.Subject);
        parameters.AddArray(set, d => (short)d.Kind);
        parameters.AddArray(set, d => d.Subject);
        parameters.AddArray(set, d => Deadlines.NotBefore(d.Due).UtcDateTime);
        parameters.AddArray(set, d => d.Due.UtcTicks);
    }

    private static void AddKeys(NpgsqlParameterCollection parameters, SealedAppend append)
    {
        var (owners, items) = (append.Keys.NewOwners, append.Keys.NewItems);
        parameters.AddArray(owners, k => k.Owner);
        parameters.AddArray(owners, k => k.Wrapped);
        parameters.AddArray(items, k => k.Item);
        parameters.AddArray(items, k => k.Owner);
        parameters.AddArray(items, k => k.Wrapped);
    }

    private static void AddDeletable(NpgsqlParameterCollection parameters, Append append)
    {
        var waits = append.SetDeletable;
        parameters.AddArray(append.ClearDeletable, c => c);
        parameters.AddArray(waits, c => c.CaseId);
        parameters.AddArray(waits, c => c.Number);
        parameters.AddArray(waits, c => Deletables.Spell(c.Category));
        parameters.AddArray(waits, c => Deletables.Spell(c.Outcome));
        parameters.AddArray(waits, c => c.Since.UtcDateTime);
    }
}
