using Hub.Web.Edge;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>What a page's script asks for before it turns to the device.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/login/adgangsnoegle", AskForAny).AllowAnonymous();
        app.MapPost("/profil/adgangsnoegler/ny", AskForNew).RequireAuthorization(Policies.SignedIn);
    }

    private static Task<IResult> AskForAny(HttpContext http, IAntiforgery antiforgery, Passkeys passkeys) =>
        Ask(http, antiforgery, async () => await passkeys.AskForAny());

    private static Task<IResult> AskForNew(HttpContext http, IAntiforgery antiforgery, Passkeys passkeys, UserManager<HubUser> users) =>
        Ask(http, antiforgery, async () => await users.FindByIdAsync(http.User.UserId().ToString()) is { } user ? await passkeys.AskForNew(user) : null);

    private static async Task<IResult> Ask(HttpContext http, IAntiforgery antiforgery, Func<Task<string?>> options) =>
        await antiforgery.IsRequestValidAsync(http) && await options() is { } json ? Results.Text(json, "application/json") : Results.BadRequest();
}
