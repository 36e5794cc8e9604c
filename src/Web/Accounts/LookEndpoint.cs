using Hub.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;

namespace Hub.Web.Accounts;

internal static class LookEndpoint
{
    public static void MapLook(this IEndpointRouteBuilder app) => app.MapPost("/profil/udseende", Keep).RequireAuthorization(Policies.SignedIn);

    private static async Task<IResult> Keep(HttpContext http, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        Look.Read([form["language"], form["theme"], form["density"], form["keys"]]).Keep(http.Response);
        return Results.LocalRedirect("/profil?gemt=true");
    }
}
