using System.Security.Claims;
using Hub.Grains;
using Hub.Web.Accounts;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Reason = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace Hub.Web.Issuer;

/// <summary>Gives out tokens, once the library has found that who asks is the client, and that code, verifier, address and refresh token are right.</summary>
internal sealed class TokenEndpoint(ClientBook clients, SessionBook sessions, ITenantDirectory directory, Settings settings)
{
    public const string Path = "/oauth/token";

    public static Task<IResult> Answer(HttpContext http, TokenEndpoint endpoint) => endpoint.Answer(http, http.GetOpenIddictServerRequest()!, http.RequestAborted);

    private async Task<IResult> Answer(HttpContext http, OpenIddictRequest request, CancellationToken ct) =>
        await clients.Find(request.ClientId, ct) is not { } client ? OAuth.Refuse(Reason.InvalidClient)
        : Given.IsTooMuch(request.GetScopes(), client.Tenant.Slug, client.May) ? OAuth.Refuse(Reason.InvalidScope)
        : request.IsClientCredentialsGrantType() ? ToSystem(request, client)
        : await ToApp(http, request, client, ct);

    private IResult ToSystem(OpenIddictRequest request, KnownClient client) =>
        Given.ToSystem(OAuth.Asked(request.GetScopes()), client.Tenant.Slug, client.May) is { Count: > 0 } scopes
            ? OAuth.Give(request.ClientId!, scopes, settings)
            : OAuth.Refuse(Reason.InvalidScope);

    /// <summary>What the person is now, and not what they were when they let the app in.</summary>
    private async Task<IResult> ToApp(HttpContext http, OpenIddictRequest request, KnownClient client, CancellationToken ct)
    {
        var principal = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        if (await Session(request, principal, ct) is not { } session)
        {
            return OAuth.Refuse(Reason.InvalidGrant);
        }

        var before = request.GetScopes() is { Length: > 0 } fewer && request.IsRefreshTokenGrantType() ? principal.GetScopes().Intersect(fewer) : principal.GetScopes();
        var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.UserId.ToString()), .. SessionCheck.Told(session, settings)]));
        var asked = OAuth.Asked(before);
        var scopes = asked.Count == 0 ? [] : Given.ToApp(asked, client.Tenant.Slug, client.May, directory.In(person, client.Client.Tenant));
        return scopes.Count == 0
            ? OAuth.Refuse(Reason.InvalidGrant)
            : OAuth.Give(session.UserId.ToString(), [.. before.Except(asked), .. scopes], settings, principal.GetAuthorizationId(), principal.GetClaim(OAuth.SignedInAt));
    }

    /// <summary>The app's own session: begun with the code, as strong as the one in which the person let it in, and good for as long as nobody ends it.</summary>
    private async Task<AccountSession?> Session(OpenIddictRequest request, ClaimsPrincipal principal, CancellationToken ct)
    {
        var id = Guid.Parse(principal.GetAuthorizationId()!);
        if (request.IsRefreshTokenGrantType())
        {
            return await sessions.Find(id, ct);
        }

        if (SessionBook.IdOf(principal) is not { } letIn || await sessions.Find(letIn, ct) is not { } session || session.UserId.ToString() != principal.GetClaim(Claims.Subject))
        {
            return null;
        }

        try
        {
            await sessions.StartApp(id, session, ct);
            return session;
        }
        catch (DbUpdateException)
        {
            // The same code at the same moment: only one of them is the app's.
            return null;
        }
    }
}
