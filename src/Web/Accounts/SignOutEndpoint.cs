using Hub.Web.Edge;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder app) => app.MapPost("/logout", SignOut).RequireAuthorization(Policies.SignedIn);

    private static async Task<IResult> SignOut(HttpContext http, IAntiforgery antiforgery, SignInManager<HubUser> signIn, SessionBook sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        if (SessionBook.IdOf(http.User) is { } session)
        {
            await sessions.End(http.User.UserId(), session, http.RequestAborted);
        }

        await signIn.SignOutAsync();
        return Results.LocalRedirect("/login");
    }
}
