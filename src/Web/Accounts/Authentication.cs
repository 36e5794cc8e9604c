using Hub.Web.Errors;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>A cookie for pages and a bearer token for systems and scripts.</summary>
internal static class Authentication
{
    private const string BearerOrCookie = "BearerOrCookie";
    private const string Bearing = "Bearer ";

    public static IServiceCollection AddHubAuthentication(this IServiceCollection services, Settings settings)
    {
        services.AddAuthentication(BearerOrCookie)
            .AddPolicyScheme(BearerOrCookie, null, o => o.ForwardDefaultSelector = http => Choose(http, settings))
            .AddSystems(settings)
            .AddBearerToken(IdentityConstants.BearerScheme, Bearer)
            .AddIdentityCookies(cookies =>
            {
                cookies.ApplicationCookie!.Configure(o => Cookie(o, settings));
                cookies.TwoFactorUserIdCookie!.Configure(o => (o.Cookie.Name, o.Cookie.SecurePolicy) = (settings.CookieName("hub-step"), settings.CookiesAre));
            });
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiChallenge>();
    }

    private static string Choose(HttpContext http, Settings settings) =>
        (HeaderToken(http.Request) ?? QueryToken(http.Request)) is not { } token ? IdentityConstants.ApplicationScheme
        : SystemTokens.IsOne(token) && IsForSystems(http.Request.Path) && http.RequestServices.GetService<IOwnIssuer>() is { } own && own.Claims(token) ? own.Scheme
        : settings.JwtAuthority is not null && SystemTokens.IsOne(token) && IsForSystems(http.Request.Path) ? SystemTokens.Scheme
        : IdentityConstants.BearerScheme;

    private static string? HeaderToken(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearing, StringComparison.OrdinalIgnoreCase) ? header[Bearing.Length..] : null;

    /// <summary>Pages are for people.</summary>
    private static bool IsForSystems(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/hubs");

    /// <summary>A browser's websocket cannot send a header, so the live hub alone takes the token from its address.</summary>
    internal static string? QueryToken(HttpRequest request) =>
        request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal) && request.Query["access_token"] is [{ Length: > 0 } token] ? token : null;

    private static void Bearer(BearerTokenOptions options)
    {
        options.BearerTokenExpiration = TimeSpan.FromMinutes(10);
        options.RefreshTokenExpiration = TimeSpan.FromDays(14);
        options.Events.OnMessageReceived = context =>
        {
            context.Token = QueryToken(context.Request);
            return Task.CompletedTask;
        };
    }

    private static void Cookie(CookieAuthenticationOptions options, Settings settings)
    {
        options.Cookie.Name = settings.CookieName("hub");
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = settings.CookiesAre;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = "/login";
        options.ReturnUrlParameter = "til";
        // The page leads on itself: it may have recovery codes to show first.
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
    }
}

/// <summary>Who is not signed in gets a problem from the API and the sign-in page from a page.</summary>
internal sealed class ApiChallenge : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler pages = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // A cookie whose session has ended was read, so the framework would say "forbidden".
        var result = authorizeResult.Forbidden && context.User.Identity?.IsAuthenticated != true
            ? PolicyAuthorizationResult.Challenge()
            : authorizeResult;
        return !result.Succeeded && (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/hubs"))
            ? new Problem(Fault.Unauthenticated).ExecuteAsync(context)
            : pages.HandleAsync(next, context, policy, result);
    }
}
