using Hub.Grains;
using Hub.Web.Accounts;
using Hub.Web.Edge;
using Hub.Web.Live;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Web.Features.Workspace;

/// <summary>
/// One card of the bridge or the agenda again, as its reader may see it now, with the tallies beside it. What has no card there any more is not found.
/// </summary>
internal static class CardEndpoints
{
    public static void MapCards(this RouteGroupBuilder omraade)
    {
        omraade.MapGet("/sager/{id:guid}/kort", Read<CaseOnBridge>);
        omraade.MapGet("/emner/{id:guid}/kort", Read<MatterOnBridge>);
        omraade.MapGet("/opgaver/{id:guid}/kort", Read<TaskOnBridge>);
        omraade.MapGet("/meldinger/{id:guid}/kort", ReadOwnFlag);
        omraade.MapGet("/tal", Count);
    }

    private static async Task<IResult> Read<T>(Guid id, Call call, IBoligomraader omraader, LiveFeed live, EmployeeNames names, TimeProvider clock)
        where T : BridgeCard
    {
        var about = await omraader.ReadAbout(call.Member, id, call.Cancelled);
        var (viewer, now) = (live.ViewerOf(call.Member), clock.GetUtcNow());
        var card = about.Staff is { } staff ? Bridge.Of(staff, viewer, now).Find(id) as T : ForBoard<T>(Agenda.Of(about.Board!), id);
        var people = about.Staff is { } all ? await names.Of(People.Of(all), call.Cancelled) : new Dictionary<Guid, string>();
        return new RazorComponentResult<CardAnswer>(new { Card = card, About = about, For = new CardContext(viewer, people, now) })
        {
            StatusCode = card is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        };
    }

    private static object? ForBoard<T>(Agenda agenda, Guid id) =>
        typeof(T) == typeof(MatterOnBridge) ? agenda.Matters.FirstOrDefault(m => m.MatterId == id)
        : typeof(T) == typeof(TaskOnBridge) ? agenda.Tasks.FirstOrDefault(t => t.TaskId == id)
        : null;

    private static async Task<IResult> ReadOwnFlag(Guid id, Call call, IBoligomraader omraader, LiveFeed live, EmployeeNames names, TimeProvider clock)
    {
        var flags = await omraader.ReadOwnFlags(call.Member, call.Cancelled);
        return flags.FirstOrDefault(f => f.Card.CaseId == id) is { } flag
            ? new RazorComponentResult<OwnFlagCard>(new
            {
                Flag = flag,
                For = new CardContext(live.ViewerOf(call.Member), await names.Of(People.Of([flag]), call.Cancelled), clock.GetUtcNow()),
            })
            : Results.NotFound();
    }

    private static async Task<IResult> Count(Call call, IBoligomraader omraader) =>
        new RazorComponentResult<Tallies>(new { About = await omraader.ReadAbout(call.Member, Guid.Empty, call.Cancelled) });
}
