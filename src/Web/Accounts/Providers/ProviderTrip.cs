using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Web.Accounts;

/// <summary>What a browser carries while its owner is away at their organisation's provider: sealed, for ten minutes, and good for one return.</summary>
/// <param name="Slug">The organisation.</param>
/// <param name="State">Comes back with the answer: this browser asked.</param>
/// <param name="Nonce">Comes back in the token: it was made for this question.</param>
/// <param name="Verifier">Known to nobody else: the code is worth nothing to who reads it on the way (PKCE).</param>
/// <param name="Onward">Where the person was going.</param>
internal sealed record ProviderTrip(string Slug, string State, string Nonce, string Verifier, string Onward)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static ProviderTrip New(string slug, string onward) => new(slug, Random(), Random(), Random(), onward);

    public void Begin(HttpContext http, Settings settings)
    {
        var sealedTrip = Protector(http).Protect(JsonSerializer.Serialize(this), Longest);
        http.Response.Cookies.Append(Cookie(settings), sealedTrip, Options(settings));
    }

    /// <summary>The trip that this browser is back from, which ends here; null when it was on none.</summary>
    public static ProviderTrip? End(HttpContext http, Settings settings)
    {
        http.Response.Cookies.Delete(Cookie(settings), Options(settings));
        try
        {
            return http.Request.Cookies[Cookie(settings)] is { Length: > 0 } kept ? JsonSerializer.Deserialize<ProviderTrip>(Protector(http).Unprotect(kept)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Cookie(Settings settings) => settings.CookieName("hub-udbyder");

    private static ITimeLimitedDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("sign-in-trip").ToTimeLimitedDataProtector();

    private static CookieOptions Options(Settings settings) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Longest,
        Path = "/",
        // The way back begins at the provider: a stricter cookie would stay behind.
        SameSite = SameSiteMode.Lax,
        Secure = settings.CookiesAre == CookieSecurePolicy.Always,
    };

    private static string Random() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}
