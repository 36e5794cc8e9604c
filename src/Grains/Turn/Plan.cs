using Hub.Contracts;
using Hub.Domain;
using Hub.Domain.Access;
using Hub.Domain.Cases;
using Hub.Domain.Deletion;
using Hub.Domain.Matters;
using Hub.Storage;

namespace Hub.Grains.Turn;

/// <summary>What a turn is about to write: the state its commands were decided on, the state after them, and their answers.</summary>
internal sealed class Plan(StreamKey stream, WorkspaceState start)
{
    private readonly long _expectedSeq = start.Seq;
    private readonly List<AppendEvent> _events = [];
    private readonly List<StoredReceipt> _receipts = [];
    private readonly List<KeyChange> _keys = [];
    private readonly Dictionary<(DeadlineKind Kind, Guid Subject), Deadline?> _deadlines = [];
    private readonly Dictionary<Guid, DeletableCase?> _deletable = [];

    public WorkspaceState State { get; private set; } = start;

    public bool IsEmpty => _events.Count == 0 && _receipts.Count == 0 && _deadlines.Count == 0;

    /// <summary>What is to be written, as it stands in the live feed.</summary>
    public IReadOnlyList<FeedRow> Rows => [.. _events.Select(e => e.Row)];

    /// <summary>The same command sent twice into one turn is answered once.</summary>
    public Answer? AnswerTo(Request request) =>
        _receipts.FirstOrDefault(r => r.CommandId == request.CommandId) is { } stored ? Receipts.Again(stored, request.BodyHash) : null;

    /// <summary>A case that has left memory comes back for this turn.</summary>
    public void Recall(Case c) => State = Retention.Recall(State, c);

    /// <summary>The same for a matter.</summary>
    public void Recall(Matter m) => State = Retention.Recall(State, m);

    public Answer Add(Request request, Context context, Decision decision)
    {
        var (before, written) = (State, _events.Count);
        for (var i = 0; i < decision.Events.Count; i++)
        {
            Record(decision.Events[i], request.CommandId, i, context);
        }

        var (set, clear) = Deadlines.Diff(before, State, decision.Events);
        foreach (var gone in clear)
        {
            _deadlines[gone] = null;
        }

        foreach (var due in set)
        {
            _deadlines[(due.Kind, due.Subject)] = due;
        }

        var (waits, waitsNoMore) = Deletables.Diff(before, State, decision.Events);
        foreach (var gone in waitsNoMore)
        {
            _deletable[gone] = null;
        }

        foreach (var c in waits)
        {
            _deletable[c.CaseId] = c;
        }

        if (request.Command is MeetDeadline { Deadline: var met })
        {
            _deadlines.TryAdd((met.Kind, met.Subject), null);
        }

        var receipt = decision.Receipt with { Seq = State.Seq, BoardSeq = State.BoardSeq };
        if (decision.Events.Count > 0)
        {
            _receipts.Add(new StoredReceipt(request.CommandId, request.BodyHash, receipt));
        }

        return Answer.Accepted(receipt) with { Rows = [.. _events.Skip(written).Select(e => e.Row)] };
    }

    public Append ToAppend(bool lockHead) => new(
        stream, _expectedSeq, lockHead, _events, _receipts,
        [.. _deadlines.Values.OfType<Deadline>()], [.. _deadlines.Where(d => d.Value is null).Select(d => d.Key)], _keys)
    {
        SetDeletable = [.. _deletable.Values.OfType<DeletableCase>()],
        ClearDeletable = [.. _deletable.Where(c => c.Value is null).Select(c => c.Key)],
    };

    private void Record(Event e, Guid commandId, int index, Context context)
    {
        var recorded = new Recorded(
            State.Seq + 1, null, CommandIds.Derive(commandId, $"event/{index}"), commandId, context.Now, context.Actor.UserId, From(context), default, e);
        var audience = Audiences.Of(State, WorkspaceApply.Apply(State, recorded), e);
        recorded = recorded with
        {
            Audience = audience,
            BoardSeq = audience.Reached.Has(Kontor.Bestyrelseskontor) ? State.BoardSeq + 1 : null,
        };
        State = WorkspaceApply.Apply(State, recorded);
        _events.Add(new AppendEvent(recorded, Subjects.Of(State, e, EventNames.Of(e))));
        _keys.AddRange(KeyChanges.Of(e));
    }

    private static Kontor? From(Context context) => context.Viewer.ActsFor(Kontorer.Alle);
}
