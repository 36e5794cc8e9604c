using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Access;

/// <summary>Who an event reaches: the offices that could see the thing just before or just after it. Stored with the event.</summary>
public static class Audiences
{
    public static Audience Of(WorkspaceState before, WorkspaceState after, Event e) => e switch
    {
        NoteAdded x => OfNote(x, after.Case(x.CaseId)!),
        CaseLinked x => OfLink(x, after),
        CaseDeleted x => OfDeleted(before.Case(x.CaseId)!),
        CaseEvent x => OfCase(before.Case(x.CaseId), after.Case(x.CaseId)!, x),
        MatterEvent x => OfMatter(x.MatterId, after),
        AnmodningEvent x => OfAnmodning(x, after),
        TaskEvent x => OfTask(x.TaskId, after),
        _ => default,
    };

    private static Audience OfCase(Case? before, Case after, CaseEvent e)
    {
        var saw = before is null ? Kontorer.Ingen : CaseSight.Offices(before);
        var sees = CaseSight.Offices(after);
        var board = ConcernsBoard(before, after, e) ? Kontorer.Bestyrelseskontor : Kontorer.Ingen;
        return new Audience(saw | sees | board, sees | board, saw | sees);
    }

    /// <summary>That a case belongs together with another is told only to those who may see both.</summary>
    private static Audience OfLink(CaseLinked e, WorkspaceState after)
    {
        var both = CaseSight.Offices(after.Case(e.CaseId)!) & CaseSight.Offices(after.Case(e.OtherCaseId)!);
        return new Audience(both, both, both);
    }

    /// <summary>Those who saw the case take it off their screens, and nobody reads of it again.</summary>
    private static Audience OfDeleted(Case before) => new(CaseSight.Offices(before), Kontorer.Ingen, CaseSight.Offices(before));

    /// <summary>The board hears of its own flag only what changes its number, status or dates.</summary>
    private static bool ConcernsBoard(Case? before, Case after, CaseEvent e) =>
        after.FlaggedByBoard && after.ShowsBoardNews(before, e);

    private static Audience OfNote(NoteAdded e, Case c)
    {
        var readers = e.Audience switch
        {
            NoteAudience.Eget => e.From.AsSet(),
            NoteAudience.Melder => e.From.AsSet() | FlaggingStaff(c),
            _ => CaseSight.Offices(c),
        };
        return new Audience(readers, readers, readers);
    }

    private static Kontorer FlaggingStaff(Case c) =>
        c.Flaggers.Aggregate(Kontorer.Ingen, (set, f) => set | f.Kontor.AsSet()) & Kontorer.Personale;

    /// <summary>The offices of the case hear that a person has asked and been answered; how it is weighed is the dpo's.</summary>
    private static Audience OfAnmodning(AnmodningEvent e, WorkspaceState after)
    {
        var told = e is AnmodningReceived or AnmodningExtended or AnmodningAnswered or AnmodningRefused
            && after.Case(after.Anmodninger[e.AnmodningId].CaseId) is { } c ? CaseSight.Offices(c) : Kontorer.Ingen;
        return new Audience(told, told, told);
    }

    private static Audience OfMatter(Guid id, WorkspaceState after)
    {
        var matter = after.Matter(id)!;
        var knows = matter.CaseId is { } c && after.Case(c) is { } onCase ? CaseSight.Offices(onCase) & matter.Sides : Kontorer.Ingen;
        return new Audience(matter.Sides, matter.Sides, knows);
    }

    private static Audience OfTask(Guid id, WorkspaceState after)
    {
        var task = after.Task(id)!;
        var offices = CaseSight.Offices(task, after);
        var knows = task.CaseId is { } c && after.Case(c) is { } onCase ? CaseSight.Offices(onCase) & offices : Kontorer.Ingen;
        return new Audience(offices, offices, knows);
    }
}
