using Hub.Web.Accounts;
using Hub.Web.Edge;
using Microsoft.AspNetCore.Antiforgery;

namespace Hub.Web.Issuer;

/// <summary>A person takes back what they let an app do.</summary>
internal static class LeaveEndpoints
{
    public const string Path = "/profil/apps";

    public static void MapLeave(this IEndpointRouteBuilder app) => app.MapPost($"{Path}/{{client:guid}}/slut", TakeBack).RequireAuthorization(Policies.SignedIn);

    private static async Task<IResult> TakeBack(Guid client, HttpContext http, IAntiforgery antiforgery, LeaveBook leave)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        await leave.TakeBack(http.User.UserId(), client, http.RequestAborted);
        return Results.LocalRedirect("/profil");
    }
}
