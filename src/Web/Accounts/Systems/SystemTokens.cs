using System.Security.Claims;
using Hub.Contracts;
using Hub.Web.Edge;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Web.Accounts;

/// <summary>Other systems come with a JWT of the one issuer that the operator trusts (HUB_JWT_AUTHORITY), made out to Hub (HUB_JWT_AUDIENCE).</summary>
internal static class SystemTokens
{
    public const string Scheme = "Systems";

    /// <summary>What a token says cannot be taken back before it runs out, so that may not be far off.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    internal static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(30);

    /// <summary>Keys that only the issuer has; a shared secret, or none, is no signature.</summary>
    internal static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static AuthenticationBuilder AddSystems(this AuthenticationBuilder authentication, Settings settings) =>
        settings.JwtAuthority is not { } authority ? authentication : authentication.AddJwtBearer(Scheme, options =>
        {
            options.ConfigurationManager = Issuers.Open(authority);
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = settings.JwtAudience,
                ValidAlgorithms = Algorithms,
                ClockSkew = ClocksDiffer,
            };
            options.Events = new JwtBearerEvents
            {
                OnMessageReceived = context =>
                {
                    context.Token = Authentication.QueryToken(context.Request);
                    return Task.CompletedTask;
                },
                OnTokenValidated = Admit,
                // Also when the issuer cannot be asked: a token that cannot be checked is none.
                OnAuthenticationFailed = context =>
                {
                    context.Fail("The token is not accepted.");
                    return Task.CompletedTask;
                },
            };
        });

    /// <summary>Hub's own tokens are sealed and have no dots in them.</summary>
    public static bool IsOne(string token) => token.Contains('.', StringComparison.Ordinal);

    private static async Task Admit(TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var token = (JsonWebToken)context.SecurityToken;
        if (Name(token) is not { Length: > 0 and <= 200 } name || token.ValidTo > services.GetRequiredService<TimeProvider>().GetUtcNow() + LongestLife + ClocksDiffer)
        {
            context.Fail("The token is not accepted.");
            return;
        }

        var id = CommandIds.Derive(Namespace, $"{token.Issuer} {name}");
        var claims = token.Claims.Where(c => c.Type == Scope.ClaimType).Select(c => new Claim(c.Type, c.Value)).Append(new Claim(ClaimTypes.NameIdentifier, id.ToString()));
        if (!services.GetRequiredService<Settings>().Assurance.IsVouchedFor(Assurance.In(token.Claims)))
        {
            claims = claims.Append(new Claim(Standing.NamesSealed, "true"));
        }

        context.Principal = new ClaimsPrincipal(new ClaimsIdentity(claims, SystemCaller.AuthenticationType));
        await services.GetRequiredService<SystemBook>().Know(id, name, context.HttpContext.RequestAborted);
    }

    private static readonly Guid Namespace = Guid.Parse("6f5e0d0c-0d0b-5b0e-8a4e-3c1d5a7f9b21");

    private static string? Name(JsonWebToken token) =>
        new[] { "client_id", "azp", "sub" }.Select(type => token.TryGetPayloadValue<string>(type, out var value) ? value : null).FirstOrDefault(v => !string.IsNullOrEmpty(v));
}
