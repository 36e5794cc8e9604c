using Hub.Contracts;
using Hub.Web.Edge;
using Hub.Web.Features.Cases;

namespace Hub.Web.Features.Handovers;

internal static class HandoverEndpoints
{
    public static void MapHandovers(this RouteGroupBuilder omraade)
    {
        omraade.MapPost("/cases/{c:guid}/handovers", (Guid c, Call call) => call.Create(f => CaseCommands.Offer(c, f)));

        var handover = omraade.MapGroup("/handovers/{h:guid}");
        handover.MapPost("/accept", (Guid h, Call call) => call.Send(_ => new AcceptHandover(h)));
        handover.MapPost("/decline", (Guid h, Call call) => call.Send(f => Decline(h, f)));
        handover.MapPost("/withdraw", (Guid h, Call call) => call.Send(_ => new WithdrawHandover(h)));
    }

    public static DeclineHandover Decline(Guid h, Fields f) => new(h, f.Text("reason", Limits.Text, lines: true));
}
