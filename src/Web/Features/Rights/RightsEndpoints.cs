using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Hub.Web.Json;

namespace Hub.Web.Features.Rights;

internal static class RightsEndpoints
{
    public static void MapRights(this RouteGroupBuilder omraade)
    {
        omraade.MapGet("/anmodninger", List);
        omraade.MapGet("/anmodninger/{a:guid}", Read);
        omraade.MapGet("/anmodninger/{a:guid}/indsigt", Give);

        var sag = omraade.MapGroup("/cases/{c:guid}");
        sag.MapPost("/anmodninger", (Guid c, Call call) => call.Create(f => RightsCommands.Receive(c, f)));
        foreach (var (name, read) in RightsCommands.OnAnmodning)
        {
            sag.MapPost($"/anmodninger/{{a:guid}}/{name}", (Guid c, Guid a, Call call) => call.Send(f => read(c, a, f)));
        }

        sag.MapPost("/anmodninger/{a:guid}/items/{i:guid}/hide", (Guid c, Guid a, Guid i, Call call) => call.Send(f => RightsCommands.Hide(c, a, i, f)));
        sag.MapPost("/anmodninger/{a:guid}/items/{i:guid}/show", (Guid c, Guid a, Guid i, Call call) => call.Send(_ => new ShowItem(c, a, i)));
        sag.MapPost("/texts/{i:guid}", (Guid c, Guid i, Call call) => call.Send(f => RightsCommands.Correct(c, i, f)));
        sag.MapPost("/texts/{i:guid}/remarks", (Guid c, Guid i, Call call) => call.Send(f => RightsCommands.Remark(c, i, f)));
        sag.MapPost("/persons/{p:guid}", (Guid c, Guid p, Call call, ITenantDirectory directory) =>
            call.Send(f => RightsCommands.Correct(c, p, f, directory.Omraade(call.Member.OmraadeId)!)));
    }

    private static async Task<IResult> List(Call call, IBoligomraader omraader) =>
        (await omraader.ReadWorkspace(call.Member, call.Cancelled)).Staff?.Oversight is { } oversight ? Results.Json(oversight) : new Problem(Permissions.NotAllowed);

    /// <summary>Refused before the request is looked for, so that a refusal says nothing of it.</summary>
    private static async Task<IResult> Read(Guid a, Call call, IBoligomraader omraader) =>
        !Oversight.AnswersRequests(call.Member) ? new Problem(Permissions.NotAllowed)
        : await omraader.ReadAnmodning(call.Member, a, call.Cancelled) is { } view ? new Flat(view)
        : Problem.NotFound;

    private static async Task<IResult> Give(Guid a, Call call, HttpResponse response, Handout handout)
    {
        if (!Oversight.AnswersRequests(call.Member))
        {
            return new Problem(Permissions.NotAllowed);
        }

        if (await handout.Of(call.Member, a, call.Cancelled) is not { } given)
        {
            return Problem.NotFound;
        }

        response.Headers.ContentDisposition = "attachment; filename=\"indsigt.json\"";
        return Results.Json(given);
    }
}
