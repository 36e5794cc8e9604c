using Hub.Contracts;
using Hub.Web.Edge;

namespace Hub.Web.Features.Cases;

internal static class CaseEndpoints
{
    public static void MapCases(this RouteGroupBuilder omraade)
    {
        var sag = omraade.MapGroup("/cases/{c:guid}");
        sag.MapGet("", CaseReading.Read);
        foreach (var (name, read) in CaseCommands.All)
        {
            sag.MapPost($"/{name}", (Guid c, Call call) => call.Send(f => read(c, f)));
        }

        sag.MapPost("/unseals/{s:long}/seen", (Guid c, long s, Call call) => call.Send(_ => new AcknowledgeUnseal(c, s)));
        sag.MapDelete("/legal-basis", (Guid c, Call call) => call.Send(_ => new WithdrawLegalBasis(c)));
    }
}
