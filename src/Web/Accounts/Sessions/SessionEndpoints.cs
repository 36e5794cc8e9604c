using Hub.Web.Edge;
using Microsoft.AspNetCore.Antiforgery;

namespace Hub.Web.Accounts;

/// <summary>A person ends sign-ins of their own.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/profil/sessioner/{id:guid}/slut", End).RequireAuthorization(Policies.SignedIn);
        app.MapPost("/profil/sessioner/slut", EndOthers).RequireAuthorization(Policies.SignedIn);
    }

    private static Task<IResult> End(Guid id, HttpContext http, IAntiforgery antiforgery, SessionBook sessions) =>
        Change(http, antiforgery, () => sessions.End(http.User.UserId(), id, http.RequestAborted));

    private static Task<IResult> EndOthers(HttpContext http, IAntiforgery antiforgery, SessionBook sessions) =>
        Change(http, antiforgery, () => sessions.EndOthers(http.User.UserId(), SessionBook.IdOf(http.User), http.RequestAborted));

    private static async Task<IResult> Change(HttpContext http, IAntiforgery antiforgery, Func<Task> change)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        await change();
        return Results.LocalRedirect("/profil");
    }
}
