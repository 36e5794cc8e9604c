using System.Security.Claims;
using Hub.Web.Edge;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hub.Web.Issuer;

/// <summary>What the library is told to answer.</summary>
internal static class OAuth
{
    /// <summary>When the person signed in, for the app's identity token.</summary>
    public const string SignedInAt = Claims.AuthenticationTime;

    private const string Kind = "Hub.Issuer";

    /// <summary>Whom an access token is made out to: this Hub's API and live hub.</summary>
    public static string Audience(Settings settings) => new Uri(settings.PublicUrl, "api").AbsoluteUri;

    /// <summary>Of what was asked for, that which is about an office of an area; the rest is about the tokens themselves.</summary>
    public static IReadOnlyList<string> Asked(IEnumerable<string> scopes) => [.. scopes.Where(s => Scope.Read(s) is not null)];

    public static IResult Refuse(string error) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

    public static IResult Give(
        string subject, IEnumerable<string> scopes, Settings settings, string? authorization = null, string? signedInAt = null, Claim? letIn = null)
    {
        var identity = new ClaimsIdentity(Kind);
        identity.SetClaim(Claims.Subject, subject).SetScopes(scopes).SetResources(Audience(settings));
        if (authorization is not null)
        {
            identity.SetAuthorizationId(authorization);
        }

        if (signedInAt is not null)
        {
            identity.AddClaim(new Claim(SignedInAt, signedInAt, ClaimValueTypes.Integer64));
        }

        if (letIn is not null)
        {
            // In the code alone: it names the person's own session.
            identity.AddClaim(letIn);
        }

        identity.SetDestinations(c => c.Type switch
        {
            Claims.Subject => [Destinations.AccessToken, Destinations.IdentityToken],
            SignedInAt => [Destinations.IdentityToken],
            _ => [],
        });
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
