using Hub.Contracts;
using Hub.Web.Edge;

namespace Hub.Web.Features.Handovers;

/// <summary>
/// The answers that leave their sender on the list of handovers: whoever sends a case back may not see it any more.
/// To accept leads on to the case, so that form is the case's own.
/// </summary>
internal static class HandoverForms
{
    public static void MapHandoverForms(this RouteGroupBuilder omraade)
    {
        var handover = omraade.MapGroup("/overdragelser/{h:guid}");
        handover.MapPost("/decline", (Guid h, FormCall form) => form.Send(f => HandoverEndpoints.Decline(h, f), _ => Done(form, "decline")));
        handover.MapPost("/withdraw", (Guid h, FormCall form) => form.Send(_ => new WithdrawHandover(h), _ => Done(form, "withdraw")));
    }

    public static string Page(Guid omraade) => $"/omraader/{omraade}/overdragelser";

    private static string Done(FormCall form, string what) => $"{Page(form.Member.OmraadeId)}?gjort={what}";
}
