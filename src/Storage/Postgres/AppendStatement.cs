using System.Collections.Concurrent;
using Hub.Contracts;
using Hub.Storage.Json;
using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>
/// Appends to several streams of one tenant as one statement: starting a statement costs the database more than the rows of one append. Everything
/// is inserted from the returned rows of the heads, so that a lost head drops its own append and nothing else. Gives the streams whose append was
/// carried out. No stream may occur twice.
/// </summary>
internal static class AppendStatement
{
    private const string Wanted = "unnest($2, $3, $4, $5, $6, $7) w(stream, expected, seq, first_board, last_board, at)";

    // One by one, whatever the planner thinks of the table's size.
    private const string Known = """
        with known as (
            select c.stream from unnest($8, $9) c(stream, command_id)
            cross join lateral (select from receipts where tenant = $1 and stream = c.stream and command_id = c.command_id limit 1) r)
        """;

    private const string CreateHeads = $"""
        , head as (
            insert into heads (tenant, stream, seq, board_seq, at)
            select $1, stream, seq, coalesce(last_board, 0), at from {Wanted}
            where coalesce(first_board, 1) = 1 and stream not in (select stream from known) order by stream
            on conflict (tenant, stream) do update set seq = excluded.seq, board_seq = excluded.board_seq, at = greatest(heads.at, excluded.at)
            where heads.seq = 0
            returning stream)
        """;

    // Locked in the same order by every node, so that two transactions do not wait for each other.
    private const string AdvanceHeads = $"""
        , locked as materialized (select stream from heads where tenant = $1 and stream = any($2) order by stream for update)
        , head as (
            update heads h set seq = w.seq, board_seq = coalesce(w.last_board, h.board_seq), at = greatest(h.at, w.at)
            from {Wanted} join locked using (stream)
            where h.tenant = $1 and h.stream = w.stream and h.seq = w.expected and h.board_seq = coalesce(w.first_board - 1, h.board_seq)
            and w.stream not in (select stream from known)
            returning h.stream)
        """;

    private const string Insert = """
        , receipt as (
            insert into receipts (tenant, stream, command_id, body_hash, receipt)
            select $1, r.* from unnest($8, $9, $10, $11) r(stream, command_id, body_hash, receipt) join head using (stream))
        , event as (
            insert into events (tenant, stream, seq, board_seq, event_id, command_id, type, at, actor, from_kontor,
                reached, readers, knows_case, kontor, case_id, task_id, handover_id, matter_id, status, data)
            select $1, e.* from unnest($12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30) e(stream)
            join head using (stream))
        """;

    private static readonly ConcurrentDictionary<Parts, string> Texts = new();

    internal static NpgsqlBatchCommand For(IReadOnlyList<SealedAppend> appends)
    {
        var parts = Parts.Of(appends);
        var command = new NpgsqlBatchCommand(Texts.GetOrAdd(parts, Text));
        AddHeads(command.Parameters, appends);
        AddEvents(command.Parameters, [.. appends.SelectMany(a => a.Order.Events.Zip(a.Data, (e, data) => (a.Stream.Stream, e.Recorded, e.Subject, data)))]);
        if (parts.Cleared)
            AddCleared(command.Parameters, appends);
        if (parts.Due)
            AddDue(command.Parameters, appends);
        if (parts.Keys)
            AddKeys(command.Parameters, appends);
        if (parts.WaitsNoMore)
            AddWaitsNoMore(command.Parameters, appends);
        if (parts.Waits)
            AddWaits(command.Parameters, appends);
        return command;
    }

    /// <summary>Whether the append makes its stream. Those that do and those that do not are not one statement.</summary>
    internal static bool Creates(SealedAppend append) => append.Order.ExpectedSeq == 0;

    private static string Text(Parts parts)
    {
        var next = 31;
        string Arrays(int count) => string.Join(", ", Enumerable.Range(next, count).Select(_ => $"${next++}"));
        var text = Known + (parts.Create ? CreateHeads : AdvanceHeads) + Insert;
        if (parts.Cleared)
        {
            text += $"""

                , cleared as (
                    delete from deadlines d using head, unnest({Arrays(3)}) c(stream, kind, subject)
                    where d.tenant = $1 and d.stream = c.stream and c.stream = head.stream and d.kind = c.kind and d.subject = c.subject)
                """;
        }

        if (parts.Due)
        {
            text += $"""

                , due as (
                    insert into deadlines (tenant, stream, kind, subject, due, ticks)
                    select $1, d.* from unnest({Arrays(5)}) d(stream) join head using (stream)
                    on conflict (tenant, stream, kind, subject) do update set due = excluded.due, ticks = excluded.ticks)
                """;
        }

        if (parts.Keys)
        {
            text += $"""

                , owner_key as (
                    insert into subject_keys (tenant, owner, wrapped) select $1, k.owner, k.wrapped from unnest({Arrays(3)}) k(stream, owner, wrapped) join head using (stream))
                , item_key as (
                    insert into item_keys (tenant, item, owner, wrapped)
                    select $1, k.item, k.owner, k.wrapped from unnest({Arrays(4)}) k(stream, item, owner, wrapped) join head using (stream))
                """;
        }

        if (parts.WaitsNoMore)
        {
            text += $"""

                , waits_no_more as (
                    delete from deletable_cases d using head, unnest({Arrays(2)}) c(stream, case_id)
                    where d.tenant = $1 and d.stream = c.stream and c.stream = head.stream and d.case_id = c.case_id)
                """;
        }

        if (parts.Waits)
        {
            text += $"""

                , waits as (
                    insert into deletable_cases (tenant, stream, case_id, number, category, outcome, since)
                    select $1, w.* from unnest({Arrays(6)}) w(stream) join head using (stream)
                    on conflict (tenant, stream, case_id) do update set category = excluded.category, outcome = excluded.outcome, since = excluded.since)
                """;
        }

        return text + "\nselect stream from head";
    }

    private static void AddHeads(NpgsqlParameterCollection parameters, IReadOnlyList<SealedAppend> appends)
    {
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = appends[0].Stream.Tenant });
        parameters.AddArray(appends, a => a.Stream.Stream);
        parameters.AddArray(appends, a => a.Order.ExpectedSeq);
        parameters.AddArray(appends, a => a.NewSeq);
        parameters.AddArray(appends, a => a.FirstBoardSeq);
        parameters.AddArray(appends, a => a.LastBoardSeq);
        parameters.AddArray(appends, a => (a.LastAt ?? DateTimeOffset.UnixEpoch).UtcDateTime);
        var receipts = Rows(appends, a => a.Order.Receipts);
        parameters.AddArray(receipts, r => r.Stream);
        parameters.AddArray(receipts, r => r.Row.CommandId);
        parameters.AddArray(receipts, r => r.Row.BodyHash);
        parameters.AddArray(receipts, r => EventJson.Write(r.Row.Receipt));
    }

    private static void AddEvents(NpgsqlParameterCollection parameters, IReadOnlyList<(Guid Stream, Recorded Recorded, Subject Subject, string Data)> events)
    {
        parameters.AddArray(events, e => e.Stream);
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
        parameters.AddArray(events, e => e.Data);
    }

    private static void AddCleared(NpgsqlParameterCollection parameters, IReadOnlyList<SealedAppend> appends)
    {
        var cleared = Rows(appends, a => a.Cleared);
        parameters.AddArray(cleared, d => d.Stream);
        parameters.AddArray(cleared, d => (short)d.Row.Kind);
        parameters.AddArray(cleared, d => d.Row.Subject);
    }

    private static void AddDue(NpgsqlParameterCollection parameters, IReadOnlyList<SealedAppend> appends)
    {
        var due = Rows(appends, a => a.Order.SetDeadlines);
        parameters.AddArray(due, d => d.Stream);
        parameters.AddArray(due, d => (short)d.Row.Kind);
        parameters.AddArray(due, d => d.Row.Subject);
        parameters.AddArray(due, d => Deadlines.NotBefore(d.Row.Due).UtcDateTime);
        parameters.AddArray(due, d => d.Row.Due.UtcTicks);
    }

    private static void AddKeys(NpgsqlParameterCollection parameters, IReadOnlyList<SealedAppend> appends)
    {
        var (owners, items) = (Rows(appends, a => a.Keys.NewOwners), Rows(appends, a => a.Keys.NewItems));
        parameters.AddArray(owners, k => k.Stream);
        parameters.AddArray(owners, k => k.Row.Owner);
        parameters.AddArray(owners, k => k.Row.Wrapped);
        parameters.AddArray(items, k => k.Stream);
        parameters.AddArray(items, k => k.Row.Item);
        parameters.AddArray(items, k => k.Row.Owner);
        parameters.AddArray(items, k => k.Row.Wrapped);
    }

    private static void AddWaitsNoMore(NpgsqlParameterCollection parameters, IReadOnlyList<SealedAppend> appends)
    {
        var gone = Rows(appends, a => a.Order.ClearDeletable);
        parameters.AddArray(gone, c => c.Stream);
        parameters.AddArray(gone, c => c.Row);
    }

    private static void AddWaits(NpgsqlParameterCollection parameters, IReadOnlyList<SealedAppend> appends)
    {
        var waits = Rows(appends, a => a.Order.SetDeletable);
        parameters.AddArray(waits, c => c.Stream);
        parameters.AddArray(waits, c => c.Row.CaseId);
        parameters.AddArray(waits, c => c.Row.Number);
        parameters.AddArray(waits, c => Deletables.Spell(c.Row.Category));
        parameters.AddArray(waits, c => Deletables.Spell(c.Row.Outcome));
        parameters.AddArray(waits, c => c.Row.Since.UtcDateTime);
    }

    private static List<(Guid Stream, T Row)> Rows<T>(IReadOnlyList<SealedAppend> appends, Func<SealedAppend, IEnumerable<T>> rows) =>
        [.. appends.SelectMany(a => rows(a).Select(row => (a.Stream.Stream, row)))];

    /// <summary>What the statement does beside heads, receipts and events. A part that has nothing to do would be planned and started all the same.</summary>
    private readonly record struct Parts(bool Create, bool Cleared, bool Due, bool Keys, bool WaitsNoMore, bool Waits)
    {
        internal static Parts Of(IReadOnlyList<SealedAppend> appends) => new(
            Creates(appends[0]),
            appends.Any(a => a.Cleared.Any()),
            appends.Any(a => a.Order.SetDeadlines.Count > 0),
            appends.Any(a => a.Keys.NewOwners.Count + a.Keys.NewItems.Count > 0),
            appends.Any(a => a.Order.ClearDeletable.Count > 0),
            appends.Any(a => a.Order.SetDeletable.Count > 0));
    }
}
