using System.Collections.Immutable;
using Hub.Domain.Cases;
using Hub.Domain.Deletion;
using Hub.Domain.Matters;
using Hub.Domain.Rights;
using Hub.Domain.Tasks;
using Hub.Domain.Views;

namespace Hub.Domain;

/// <summary>
/// A state as it is stored, without what follows from the rest. A cache of the log and no event: any change to the domain
/// makes it void (<see cref="Version"/>), so it needs no golden file.
/// </summary>
public sealed record WorkspaceSnapshot(
    long Seq, long BoardSeq, DateTimeOffset At, Guid LastEvent, int LastCase, int LastBoardFlag, int LastMatter, CleanedUp CleanedUp, BoardFigures Figures,
    IReadOnlyList<Case> Cases, IReadOnlyList<Matter> Matters, IReadOnlyList<AreaTask> Tasks, IReadOnlyList<Ended> Ended,
    IReadOnlyList<Anmodning> Anmodninger)
{
    /// <summary>Which build's rules made it: what an older one folded from the same events may be something else.</summary>
    public static string Version { get; } =
        $"{typeof(WorkspaceSnapshot).Module.ModuleVersionId:N}{typeof(Contracts.Event).Module.ModuleVersionId:N}";

    public static WorkspaceSnapshot Of(WorkspaceState state) => new(
        state.Seq, state.BoardSeq, state.At, state.LastEvent, state.LastCase, state.LastBoardFlag, state.LastMatter, state.CleanedUp, state.Figures,
        [.. state.Cases.Values.OrderBy(c => c.Number)], [.. state.Matters.Values.OrderBy(m => m.Number)],
        [.. state.Tasks.Values.OrderBy(t => t.Id)], [.. state.Ended], [.. state.Anmodninger.Values.OrderBy(a => a.Id)]);

    public WorkspaceState ToState() => new()
    {
        Seq = Seq,
        BoardSeq = BoardSeq,
        At = At,
        LastEvent = LastEvent,
        LastCase = LastCase,
        LastBoardFlag = LastBoardFlag,
        LastMatter = LastMatter,
        CleanedUp = CleanedUp,
        Figures = Figures,
        Cases = Cases.ToImmutableDictionary(c => c.Id),
        Handovers = Cases.SelectMany(c => c.Handovers, (c, h) => (Handover: h, Case: c.Id)).ToImmutableDictionary(x => x.Handover, x => x.Case),
        Matters = Matters.ToImmutableDictionary(m => m.Id),
        Tasks = Tasks.ToImmutableDictionary(t => t.Id),
        Anmodninger = Anmodninger.ToImmutableDictionary(a => a.Id),
        Ended = [.. Ended],
        EndedCount = Ended.Count,
        Tally = Tally.Of(Cases, Matters),
        Doors = Index<string>.Of(Cases.SelectMany(SameDoors.Keys)),
        Hanging = Index<Guid>.Of(
        [
            .. Matters.Where(m => m.CaseId is not null).Select(m => (m.CaseId!.Value, m.Id)),
            .. Tasks.Where(t => t.CaseId is not null).Select(t => (t.CaseId!.Value, t.Id)),
            .. Tasks.Where(t => t.MatterId is not null).Select(t => (t.MatterId!.Value, t.Id)),
        ]),
    };
}
