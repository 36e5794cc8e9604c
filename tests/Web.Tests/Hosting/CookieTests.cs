using System.Text.RegularExpressions;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Hosting;

/// <summary>The cookies of a Hub that people come to by https.</summary>
public sealed partial class CookieTests : IAsyncLifetime
{
    private readonly HubServer hub = new();

    public Task InitializeAsync()
    {
        hub.Settings["HUB_PUBLIC_URL"] = "https://localhost";
        return hub.InitializeAsync();
    }

    public Task DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Every_cookie_is_for_this_host_alone_for_https_alone_and_for_no_script()
    {
        await hub.TurnOnSecondFactor("leder@nordbo.example");
        var cookies = new List<string>();
        foreach (var person in (string[])["ejendom", "leder"])
        {
            var (form, page) = await Ask(HttpMethod.Get, "/login", "");
            cookies.AddRange(form);
            var hidden = Hidden().Matches(page.Split("<form").First(f => f.Contains("Form.Email", StringComparison.Ordinal))).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
            var (signedIn, _) = await Ask(HttpMethod.Post, "/login", Sent(form), [.. hidden, new("Form.Email", $"{person}@nordbo.example"), new("Form.Password", HubServer.Password)]);
            cookies.AddRange(signedIn);
            if (person == "ejendom")
            {
                var (_, profile) = await Ask(HttpMethod.Get, "/profil", Sent([.. form, .. signedIn]));
                var token = Hidden().Matches(profile).First(m => m.Groups[1].Value == "__RequestVerificationToken").Groups[2].Value;
                cookies.AddRange((await Ask(HttpMethod.Post, "/profil/udseende", Sent([.. form, .. signedIn]), [new("__RequestVerificationToken", token), new("theme", "dark")])).Cookies);
            }
        }

        Assert.Equal(["__Host-hub", "__Host-hub-form", "__Host-hub-look", "__Host-hub-step"], cookies.Select(c => c.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            var says = cookie.ToLowerInvariant().Split("; ");
            Assert.Contains("secure", says);
            Assert.Contains("httponly", says);
            Assert.Contains("path=/", says);
            Assert.Contains(says, s => s is "samesite=lax" or "samesite=strict");
            Assert.DoesNotContain(says, s => s.StartsWith("domain", StringComparison.Ordinal));
        });
    }

    private async Task<(IReadOnlyList<string> Cookies, string Page)> Ask(HttpMethod method, string path, string cookies, params KeyValuePair<string, string>[] fields)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = hub.Address };
        using var request = new HttpRequestMessage(method, path) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent(fields) : null };
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var response = await client.SendAsync(request);
        return (response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [], await response.Content.ReadAsStringAsync());
    }

    private static string Sent(IReadOnlyList<string> cookies) => string.Join("; ", cookies.Select(c => c.Split(';')[0]));

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
