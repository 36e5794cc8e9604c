using Hub.Web.Edge;
using Hub.Web.Errors;
using Microsoft.AspNetCore.StaticAssets;

namespace Hub.Web.Accounts;

/// <summary>Who must have a second factor and signed in without one comes no further than to setting it up.</summary>
internal static class SecondFactorGate
{
    private const string SetUp = "/profil/kodeapp";
    private static readonly PathString[] Always = [SetUp, "/profil/adgangsnoegler", "/profil/udseende", "/login", "/logout", "/velkommen", "/health"];

    public static IApplicationBuilder UseSecondFactor(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!await IsMissing(http))
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
    });

    private static async Task<bool> IsMissing(HttpContext http) =>
        http.User.Identity?.IsAuthenticated == true
        && SessionBook.IdOf(http.User) is { } session
        && !Array.Exists(Always, a => http.Request.Path.StartsWithSegments(a))
        && http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && http.RequestServices.GetRequiredService<SecondFactor>().IsRequired(http.User.UserId())
        && !await IsStrong(http.RequestServices.GetRequiredService<SessionBook>(), session, http.RequestAborted);

    private static async Task<bool> IsStrong(SessionBook sessions, Guid session, CancellationToken ct) =>
        (await sessions.Find(session, ct))?.Strong == true || (await sessions.FindAgain(session, ct))?.Strong == true;
}
