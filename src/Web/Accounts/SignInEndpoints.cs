using Hub.Web.Edge;
using Hub.Web.Errors;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>Bearer tokens: by password, and anew by refresh token.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this RouteGroupBuilder api)
    {
        api.MapPost("/login", Login).AllowAnonymous();
        api.MapPost("/refresh", Refresh).AllowAnonymous();
    }

    private static async Task<IResult> Login(HttpRequest request, PasswordSignIn passwords, ApiTokens tokens)
    {
        var body = await Body.Read(request);
        var (email, password, code) = (body.Fields.Text("email", 256), body.Fields.Secret("password", 256), body.Fields.TextOrNull("code", 20));
        if (body.Errors.Count > 0)
        {
            return Problem.Invalid(body.Errors);
        }

        return await passwords.Check(email, password, code) switch
        {
            SignInOutcome.Accepted(var user) => await tokens.New(user, strong: user.TwoFactorEnabled, request.HttpContext.RequestAborted),
            SignInOutcome.Refused(var fault) => new Problem(fault),
            _ => throw new InvalidOperationException(),
        };
    }

    private static async Task<IResult> Refresh(
        HttpRequest request, ApiTokens tokens, SignInManager<HubUser> signIn, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider clock)
    {
        var body = await Body.Read(request);
        var token = body.Fields.Text("refreshToken", 8192);
        if (body.Errors.Count > 0)
        {
            return Problem.Invalid(body.Errors);
        }

        var ticket = bearer.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(token);
        return ticket?.Properties.ExpiresUtc > clock.GetUtcNow() && await signIn.ValidateSecurityStampAsync(ticket.Principal) is { } user
            && await tokens.Again(user, ticket.Principal, request.HttpContext.RequestAborted) is { } renewed
            ? renewed
            : new Problem(Fault.InvalidCredentials);
    }
}
