using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Accounts;
using Hub.Web.Edge;
using Hub.Web.Live;

namespace Hub.Web.Features.Workspace;

internal static class WorkspaceEndpoints
{
    public static void MapWorkspace(this RouteGroupBuilder omraade) => omraade.MapGet("/workspace", Read);

    private static async Task<IResult> Read(Call call, IBoligomraader omraader, LiveFeed live, EmployeeNames names)
    {
        var epoch = await live.ReadEpoch(call.Member, call.Cancelled);
        var workspace = await omraader.ReadWorkspace(call.Member, call.Cancelled);
        return workspace.Board is { } board
            ? Results.Json(BoardWorkspace.Of(epoch, board))
            : Results.Json(StaffWorkspace.Of(epoch, workspace.Staff!, await names.Of(People.Of(workspace.Staff!), call.Cancelled)));
    }
}

/// <summary>What staff see of an area, with the names of the colleagues that occur.</summary>
internal sealed record StaffWorkspace(
    string Epoch, long Seq, IReadOnlyList<CaseCard> Cases, IReadOnlyList<TaskCard> Tasks, IReadOnlyList<HandoverCard> Handovers,
    IReadOnlyList<MatterCard> Matters, IReadOnlyDictionary<Kontor, OfficeCount> Offices, IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<UnsealNotice> Unseals, bool? NamesSealed)
{
    public static StaffWorkspace Of(string epoch, WorkspaceView v, IReadOnlyDictionary<Guid, string> names) =>
        new(epoch, v.Seq, v.Cases, v.Tasks, v.Handovers, v.Matters, v.Offices, names, v.Unseals, v.NamesSealed);
}

/// <summary>What a board sees of an area. It has no field for a person.</summary>
internal sealed record BoardWorkspace(
    string Epoch, long Seq, IReadOnlyList<BoardMatter> Matters, IReadOnlyList<BoardTask> Tasks, IReadOnlyList<BoardFlag> Flags,
    IReadOnlyDictionary<Kontor, OfficeCount> Offices, DateOnly OfficesFrom)
{
    public static BoardWorkspace Of(string epoch, BoardWorkspaceView v) => new(epoch, v.Seq, v.Matters, v.Tasks, v.Flags, v.Offices, v.OfficesFrom);
}
