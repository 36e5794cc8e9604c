using System.Text.Json;
using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>What a change is about, for the live feed: ids, kind and status.</summary>
public static class Subjects
{
    public static Subject Of(WorkspaceState after, Event e, string kind) => e switch
    {
        CaseDeleted x => new Subject(kind, null, x.CaseId, null, null, null, null),
        CaseEvent x => OfCase(after, x, kind),
        MatterEvent x when after.Matter(x.MatterId) is { } m => new Subject(kind, m.Kontor, m.CaseId, null, null, m.Id, Spell(m.Status)),
        AnmodningEvent x when after.Anmodninger.TryGetValue(x.AnmodningId, out var a) => new Subject(kind, null, a.CaseId, null, null, null, Spell(a.Status)),
        TaskEvent x when after.Task(x.TaskId) is { } t => new Subject(kind, t.Kontor, t.CaseId, t.Id, null, t.MatterId, Spell(t.Status)),
        _ => new Subject(kind, null, null, null, null, null, null),
    };

    private static Subject OfCase(WorkspaceState after, CaseEvent e, string kind)
    {
        var c = after.Case(e.CaseId)!;
        return new Subject(kind, c.Kontor, c.Id, null, (e as HandoverEvent)?.HandoverId, null, Spell(c.Status));
    }

    private static string Spell<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
