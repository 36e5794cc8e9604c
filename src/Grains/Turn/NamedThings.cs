using Hub.Contracts;

namespace Hub.Grains.Turn;

/// <summary>The cases and matters that a command names.</summary>
internal static class NamedThings
{
    public static IEnumerable<Guid> CasesOf(Command command) => command switch
    {
        LinkCases x => [x.CaseId, x.OtherCaseId],
        CaseCommand x => [x.CaseId],
        CreateTask { CaseId: { } id } => [id],
        _ => [],
    };

    public static IEnumerable<Guid> MattersOf(Command command) => command switch
    {
        MatterCommand x => [x.MatterId],
        CreateTask { MatterId: { } id } => [id],
        _ => [],
    };
}
