using Hub.Web.Edge;
using Hub.Web.Errors;
using Microsoft.AspNetCore.StaticAssets;

namespace Hub.Web.Accounts;

/// <summary>Who must have a second factor and signed in without one comes no further than to setting it up.</summary>
internal static class SecondFactorGate
{
    private const string SetUp = "/profil/kodeapp";
    private static readonly PathString[] Always = [SetUp, "/profil/adgangsnoegler", "/profil/udseende", "/login", "/logout", "/velkommen", "/health"];

    public static IApplicationBuilder UseSecondFactor(this IApplicationBuilder app) =>
        app.Use((http, next) => IsRequired(http) ? Check(http, next) : next(http));

    private static async Task Check(HttpContext http, RequestDelegate next)
    {
        if (await IsStrong(http))
        {
            await next(http);
        }
        else if (http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/hubs"))
        {
            await new Problem(Fault.SecondFactorRequired).ExecuteAsync(http);
        }
        else
        {
            http.Response.Redirect(SetUp);
        }
    }

    private static bool IsRequired(HttpContext http) =>
        http.User.Identity?.IsAuthenticated == true
        && SessionBook.IdOf(http.User) is not null
        && !Array.Exists(Always, a => http.Request.Path.StartsWithSegments(a))
        && http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && http.RequestServices.GetRequiredService<SecondFactorDuty>().Holds(http.User.UserId());

    private static async Task<bool> IsStrong(HttpContext http)
    {
        var (sessions, session) = (http.RequestServices.GetRequiredService<SessionBook>(), SessionBook.IdOf(http.User)!.Value);
        return (await sessions.Find(session, http.RequestAborted))?.Strong == true || (await sessions.FindAgain(session, http.RequestAborted))?.Strong == true;
    }
}
