namespace Hub.Web.Accounts;

/// <summary>The way out to a person's own organisation, and the way back.</summary>
internal static class ProviderEndpoints
{
    public static void MapProviderSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/login/organisation/{slug}", Leave).AllowAnonymous();
        app.MapGet(ProviderTalk.Return, Come).AllowAnonymous();
    }

    private static async Task<IResult> Leave(string slug, string? til, HttpContext http, ProviderSignIn signIn) =>
        Results.Redirect(await signIn.Begin(http, slug, Onward.Of(til)) ?? Told("stoppet"));

    private static async Task<IResult> Come(HttpContext http, ProviderSignIn signIn) => Results.LocalRedirect(await signIn.Finish(http) switch
    {
        ProviderOutcome.SignedIn(var onward) => onward,
        ProviderOutcome.OwesCode(var onward) => $"/login?trin=kode&til={Uri.EscapeDataString(onward)}",
        ProviderOutcome.TooWeak => Told("svag"),
        ProviderOutcome.Unknown => Told("ukendt"),
        _ => Told("stoppet"),
    });

    private static string Told(string what) => $"/login?svar={what}";
}

/// <summary>Where somebody was going when they had to sign in: a page of Hub's own, whatever the address says.</summary>
internal static class Onward
{
    public static string Of(string? til) => til is ['/', not ('/' or '\\'), ..] && !til.Any(char.IsControl) ? til : "/";
}
