using Hub.Grains;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Hub.Web.Json;

namespace Hub.Web.Features.Matters;

internal static class MatterEndpoints
{
    public static void MapMatters(this RouteGroupBuilder omraade)
    {
        omraade.MapPost("/matters", (Call call) => call.Create(MatterCommands.Open));
        omraade.MapGet("/matters/{m:guid}", Read);
        foreach (var (name, read) in MatterCommands.All)
        {
            omraade.MapPost($"/matters/{{m:guid}}/{name}", (Guid m, Call call) => call.Send(f => read(m, f)));
        }
    }

    private static async Task<IResult> Read(Guid m, Call call, IBoligomraader omraader) =>
        await omraader.ReadMatter(call.Member, m, call.Cancelled) switch
        {
            { Staff: { } view } => new Flat(view),
            { Board: { } view } => new Flat(view),
            _ => Problem.NotFound,
        };
}
