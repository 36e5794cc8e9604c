using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Web.Accounts;

/// <summary>The words with a provider: the authorization code flow of OpenID Connect with PKCE.</summary>
internal sealed class ProviderTalk(ProviderBook providers, Settings settings)
{
    public const string Return = "/login/svar";

    public string ReturnAddress => new Uri(settings.PublicUrl, Return).AbsoluteUri;

    /// <summary>The address at the provider that the person goes to.</summary>
    public async Task<string> Question(AccountProvider provider, ProviderTrip trip, CancellationToken ct) => new OpenIdConnectMessage
    {
        IssuerAddress = (await About(provider, ct)).AuthorizationEndpoint,
        ClientId = provider.ClientId,
        RedirectUri = ReturnAddress,
        ResponseType = OpenIdConnectResponseType.Code,
        Scope = "openid email",
        State = trip.State,
        Nonce = trip.Nonce,
        // Nothing is demanded by asking; but who is not asked tells no level.
        AcrValues = settings.Assurance.Demanded.Count > 0 ? string.Join(' ', settings.Assurance.Demanded) : null,
        Parameters = { ["code_challenge"] = trip.Challenge, ["code_challenge_method"] = "S256" },
    }.CreateAuthenticationRequestUrl();

    /// <summary>Whom the provider has signed in.</summary>
    /// <returns>Null when the answer is not to this question, or not the provider's.</returns>
    public async Task<ProviderAnswer?> Answer(AccountProvider provider, ProviderTrip trip, IQueryCollection query, CancellationToken ct)
    {
        var about = await About(provider, ct);
        // Who announces that it says who it is must say it (RFC 9207).
        var ours = Same(query["state"], trip.State)
            && (query["iss"].ToString() is { Length: > 0 } from ? from == about.Issuer : !about.AuthorizationResponseIssParameterSupported);
        if (!ours || query["code"].ToString() is not { Length: > 0 } code || await Redeem(about, provider, trip, code, ct) is not ({ } token, var access))
        {
            return null;
        }

        var checkedToken = await Check(about, provider, token);
        if (checkedToken.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            Issuers.Of(new Uri(provider.Issuer)).RequestRefresh();
            checkedToken = await Check(await About(provider, ct), provider, token);
        }

        return checkedToken is { IsValid: true, SecurityToken: JsonWebToken id } && id.TryGetPayloadValue<string>("nonce", out var nonce) && Same(nonce, trip.Nonce) ? new ProviderAnswer(id, access) : null;
    }

    /// <summary>The person's e-mail address, when the provider says that it has checked it: in the token, or where it tells more about people.</summary>
    public async Task<string?> CheckedAddress(AccountProvider provider, ProviderAnswer answer, CancellationToken ct)
    {
        if (answer.Id.TryGetPayloadValue<string>("email", out var email))
        {
            return answer.Id.TryGetPayloadValue<bool>("email_verified", out var isChecked) && isChecked ? email : null;
        }

        if ((await About(provider, ct)).UserInfoEndpoint is not { Length: > 0 } address || answer.Access is null)
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", answer.Access) } };
        using var response = await IssuerHttp.Client.SendAsync(request, ct);
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        var told = await response.Content.ReadFromJsonAsync<Told>(ct);
        return told?.Subject == answer.Id.Subject && told.IsChecked ? told.Email : null;
    }

    /// <exception cref="InvalidOperationException">The provider cannot be asked, or says it is somebody else.</exception>
    private static async Task<OpenIdConnectConfiguration> About(AccountProvider provider, CancellationToken ct)
    {
        var about = await Issuers.Of(new Uri(provider.Issuer)).GetConfigurationAsync(ct);
        return about.Issuer.TrimEnd('/') == provider.Issuer.TrimEnd('/') ? about : throw new InvalidOperationException("The provider says it is another.");
    }

    private async Task<(string? Id, string? Access)> Redeem(OpenIdConnectConfiguration about, AccountProvider provider, ProviderTrip trip, string code, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, about.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = ReturnAddress,
                ["code_verifier"] = trip.Verifier,
            }),
        };
        var credentials = $"{Uri.EscapeDataString(provider.ClientId)}:{Uri.EscapeDataString(providers.Secret(provider))}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials)));
        using var response = await IssuerHttp.Client.SendAsync(request, ct);
        if (!response.IsSuccessStatusCode)
        {
            return default;
        }

        var tokens = await response.Content.ReadFromJsonAsync<Tokens>(ct);
        return (tokens?.Id, tokens?.Access);
    }

    private static Task<TokenValidationResult> Check(OpenIdConnectConfiguration about, AccountProvider provider, string token) =>
        new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = about.Issuer,
            ValidAudience = provider.ClientId,
            IssuerSigningKeys = about.SigningKeys,
            ValidAlgorithms = SystemTokens.Algorithms,
            ClockSkew = SystemTokens.ClocksDiffer,
        });

    private static bool Same(string? one, string other) =>
        System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one ?? ""), Encoding.UTF8.GetBytes(other));

    private sealed record Tokens([property: JsonPropertyName("id_token")] string? Id, [property: JsonPropertyName("access_token")] string? Access);

    private sealed record Told(
        [property: JsonPropertyName("sub")] string? Subject, [property: JsonPropertyName("email")] string? Email,
        [property: JsonPropertyName("email_verified")] bool IsChecked);
}

/// <summary>What a provider answered.</summary>
/// <param name="Id">Whom it has signed in, and how.</param>
/// <param name="Access">Lets Hub ask it for the person's address.</param>
internal sealed record ProviderAnswer(JsonWebToken Id, string? Access);
