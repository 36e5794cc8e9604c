using System.Security.Claims;
using System.Text.Encodings.Web;
using Hub.Web.Accounts;
using Hub.Web.Edge;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hub.Web.Issuer;

/// <summary>
/// An access token of Hub's own issuer at the API and the live hub. The library checks it and that nobody has taken it back; here it becomes the same as
/// a token of another issuer: a system, or an app that acts for a person whose session still counts.
/// </summary>
internal sealed class IssuedTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ClientBook clients, SessionBook sessions, SystemBook systems, Settings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Issued";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = await Context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        return token is { Succeeded: true, Principal: { } said } && await Admit(said, Context.RequestAborted) is { } identity
            ? AuthenticateResult.Success(new AuthenticationTicket(
                new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = said.GetExpirationDate() }, Scheme.Name))
            : AuthenticateResult.Fail("The token is not accepted.");
    }

    private async Task<ClaimsIdentity?> Admit(ClaimsPrincipal said, CancellationToken ct) =>
        said.GetClaim(Claims.ClientId) is not { } clientId || await clients.Find(clientId, ct) is not { } client ? null
        : said.GetClaim(Claims.Subject) == clientId ? await System(said, client.Client, ct)
        : await App(said, ct);

    private async Task<ClaimsIdentity> System(ClaimsPrincipal said, IssuerClient client, CancellationToken ct)
    {
        await systems.Know(client.Id, client.DisplayName!, ct);
        // Nobody here vouches for how sure one is of a system.
        return Of(SystemCaller.AuthenticationType, client.Id, said, [new Claim(Standing.NamesSealed, "true")]);
    }

    private async Task<ClaimsIdentity?> App(ClaimsPrincipal said, CancellationToken ct) =>
        Guid.TryParse(said.GetAuthorizationId(), out var id) && await sessions.Find(id, ct) is { } session && session.UserId.ToString() == said.GetClaim(Claims.Subject)
            ? Of(AppCaller.AuthenticationType, session.UserId, said, [new Claim(SessionBook.ClaimType, id.ToString()), .. SessionCheck.Told(session, settings)])
            : null;

    private static ClaimsIdentity Of(string type, Guid id, ClaimsPrincipal said, IEnumerable<Claim> more) =>
        new([new Claim(ClaimTypes.NameIdentifier, id.ToString()), .. said.GetScopes().Select(s => new Claim(Edge.Scope.ClaimType, s)), .. more], type);
}

/// <summary>Knows Hub's own tokens by the issuer that they name.</summary>
internal sealed class OwnIssuer(Settings settings) : IOwnIssuer
{
    public string Scheme => IssuedTokens.SchemeName;

    public bool Claims(string token)
    {
        try
        {
            return new JsonWebToken(token).Issuer == settings.PublicUrl.AbsoluteUri;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
