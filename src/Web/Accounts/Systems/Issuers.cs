using System.Collections.Concurrent;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Hub.Web.Accounts;

/// <summary>What OpenID issuers say about themselves: addresses and keys, read anew when a token names a key that is not known.</summary>
internal static class Issuers
{
    private const string WellKnown = ".well-known/openid-configuration";

    /// <summary>Long enough that rubbish cannot make Hub ask all the time, short enough for a key that was changed in haste.</summary>
    private static readonly TimeSpan BetweenAsking = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<Uri, ConfigurationManager<OpenIdConnectConfiguration>> Known = new();

    public static ConfigurationManager<OpenIdConnectConfiguration> Of(Uri issuer) => Known.GetOrAdd(issuer, Open);

    public static ConfigurationManager<OpenIdConnectConfiguration> Open(Uri issuer) => new(
        $"{issuer.AbsoluteUri.TrimEnd('/')}/{WellKnown}", new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(IssuerHttp.Client) { RequireHttps = !issuer.IsLoopback })
    {
        RefreshInterval = BetweenAsking,
        // A key that the issuer has taken back is good for nothing any more.
        UseLastKnownGoodConfiguration = false,
    };
}

/// <summary>Talks to issuers: briefly, and only to the address that was named.</summary>
internal static class IssuerHttp
{
    private const int LongestAnswer = 256 * 1024;

    public static HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = LongestAnswer,
    };
}
