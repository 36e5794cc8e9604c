using Hub.Contracts;
using Hub.Domain;
using Hub.Domain.Access;
using Hub.Storage;

namespace Hub.Grains.Turn;

/// <summary>
/// The turn of one boligområde: load, check, decide, append, apply, notify. Shared by the in-process engine and the grain.
/// Correctness rests on the log's head row alone; the gate only spares needless conflicts.
/// </summary>
internal sealed class OmraadeTurn(
    StreamKey stream, IEventLog log, AreaSnapshots snapshots, Func<AreaFacts> facts, CommitSignal signal, TimeProvider time) : IDisposable
{
    private const int MostTries = 6;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Catchup _catchup = new(stream, log, snapshots);
    private Known? _known;

    /// <summary>Runs waiting commands together: one append, one commit, an answer each.</summary>
    public async Task<IReadOnlyList<Answer>> Run(IReadOnlyList<(Membership Actor, Request Request)> commands, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            return await TryRun(commands, ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// The state, no older than what was committed anywhere when it was asked for. It is immutable, so readers wait for a turn
    /// only where it is about to bring what they have to see.
    /// </summary>
    public async ValueTask<WorkspaceState> State(CancellationToken ct)
    {
        if (Volatile.Read(ref _known) is { } known && known.Reaches(await log.ReadPlace(stream, ct)))
        {
            return known.State;
        }

        await _gate.WaitAsync(ct);
        try
        {
            return (await CatchUp(_known, ct)).State;
        }
        finally
        {
            _gate.Release();
        }
    }

    public bool IsLoaded => Volatile.Read(ref _known) is not null;

    /// <summary>Lets go of the state of an idle area; snapshot and log bring it back.</summary>
    public void Leave()
    {
        if (Interlocked.Exchange(ref _known, null) is { } known)
        {
            _catchup.Leaving(known.State);
        }
    }

    public Domain.Access.Viewer Viewer(Membership member) => Domain.Access.Viewer.Of(member, facts());

    public DateTimeOffset Now(WorkspaceState state) => Clock.Whole(time.GetUtcNow(), state.At);

    public AreaFacts Facts => facts();

    public IEventLog Log => log;

    public StreamKey Stream => stream;

    public void Dispose() => _gate.Dispose();

    private async Task<IReadOnlyList<Answer>> TryRun(IReadOnlyList<(Membership Actor, Request Request)> commands, CancellationToken ct)
    {
        var answers = new Answer?[commands.Count];
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var known = _known;
            var caughtUp = known is null || attempt > 0;
            if (known is null || attempt > 0)
            {
                known = await CatchUp(known, ct);
            }

            var plan = new Plan(stream, known.State);
            var planned = new Answer?[commands.Count];
            for (var i = 0; i < commands.Count; i++)
            {
                planned[i] = answers[i] ?? plan.AnswerTo(commands[i].Request) ?? await Prepare(plan, commands[i].Actor, commands[i].Request, attempt > 0, ct);
            }

            // An append proves that what was decided on still stands. Where nothing is written, somebody has to look.
            if (plan.IsEmpty ? caughtUp || known.Reaches(await log.ReadPlace(stream, ct)) : await Append(plan, attempt > 0, ct) == AppendResult.Done)
            {
                Commit(known, plan);
                return planned!;
            }

            TurnTelemetry.Conflicts.Add(1);
            // Somebody else wrote first, or one of these commands had been carried out before.
            for (var i = 0; i < commands.Count; i++)
            {
                answers[i] ??= await Replay(commands[i].Request, ct);
            }
        }

        throw new StoreBusyException("The area is contended; try again.");
    }

    private async Task<Known> CatchUp(Known? known, CancellationToken ct)
    {
        var place = await log.ReadPlace(stream, ct);
        return _known = new Known(place.Epoch, await _catchup.From(known?.State, ct));
    }

    private async Task<Answer> Prepare(Plan plan, Membership actor, Request request, bool receiptsLookedUp, CancellationToken ct)
    {
        var context = new Context(actor, request.CommandId, Now(plan.State), facts());
        if (await Refusal(plan, context, request, ct) is { } notYours)
        {
            return Answer.Refused(notYours);
        }

        if (request.Errors is { Count: > 0 } errors)
        {
            return Answer.Refused(new Rejection(RejectionCode.Invalid, Fields: errors));
        }

        if (request.Command is TextCommand about)
        {
            context = context with { History = await log.ReadCase(stream, about.CaseId, ct) };
        }

        var stale = IfMatch.Refusal(plan.State, context.Viewer, request);
        var decision = stale is null ? WorkspaceDecide.Decide(plan.State, request.Command, context) : new Decision([], new Receipt(0, 0), stale);
        if (decision.Events.Count == 0 && !receiptsLookedUp && request.Command is not MeetDeadline && await Replay(request, ct) is { } before)
        {
            return before;
        }

        return decision.Rejection is { } refusal ? Answer.Refused(refusal) : plan.Add(request, context, decision);
    }

    /// <summary>
    /// Rights. What is not in memory may have ended long ago, so what is not found is looked up in the log once:
    /// foreign and absent take the same way.
    /// </summary>
    private async Task<Rejection?> Refusal(Plan plan, Context context, Request request, CancellationToken ct)
    {
        var refusal = Permissions.Check(plan.State, context.Viewer, request.Command, context.Now);
        if (refusal?.Code != RejectionCode.NotFound)
        {
            return refusal;
        }

        await Recall(plan, request.Command, context.Viewer, ct);
        return Permissions.Check(plan.State, context.Viewer, request.Command, context.Now);
    }

    private async Task Recall(Plan plan, Command command, Domain.Access.Viewer viewer, CancellationToken ct)
    {
        foreach (var id in NamedThings.CasesOf(command))
        {
            var history = await log.ReadCase(stream, id, ct);
            if (plan.State.Case(id) is null && WorkspaceApply.Rebuild(history) is { } c)
            {
                plan.Recall(c);
            }
        }

        foreach (var id in NamedThings.MattersOf(command))
        {
            var history = await log.ReadMatter(stream, id, ct);
            if (plan.State.Matter(id) is null && WorkspaceApply.RebuildMatter(history) is { } m)
            {
                plan.Recall(m);
                // What is written in it is held against the people of its case. Foreign and absent ask no more than before.
                if (m.CaseId is { } from && plan.State.Case(from) is null && CaseSight.Sees(m, viewer)
                    && WorkspaceApply.Rebuild(await log.ReadCase(stream, from, ct)) is { } c)
                {
                    plan.Recall(c);
                }
            }
        }
    }

    private async Task<AppendResult> Append(Plan plan, bool lockHead, CancellationToken ct)
    {
        try
        {
            return await log.Append(plan.ToAppend(lockHead), ct);
        }
        catch (CommitUnknownException)
        {
            // The next round looks the command ids up: found means committed, not found means decide again.
            return AppendResult.Conflict;
        }
    }

    private void Commit(Known before, Plan plan)
    {
        // What was only recalled to be looked at does not stay.
        var moved = plan.State.Seq != before.State.Seq;
        var state = moved ? Retention.Settle(plan.State) : before.State;
        Volatile.Write(ref _known, before with { State = state });
        if (moved)
        {
            _catchup.Moved(state);
            signal.Raise(stream, new Head(state.Seq, state.BoardSeq, state.At), plan.Rows);
        }
    }

    private async Task<Answer?> Replay(Request request, CancellationToken ct)
    {
        var stored = await log.FindReceipt(stream, request.CommandId, ct);
        return stored is null ? null : Receipts.Again(stored, request.BodyHash);
    }

    /// <summary>A state and the log that it was learnt from.</summary>
    private sealed record Known(string Epoch, WorkspaceState State)
    {
        public bool Reaches(Place place) => place.Epoch == Epoch && State.Seq >= place.Head.Seq;
    }
}
