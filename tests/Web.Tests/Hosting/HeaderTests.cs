using System.Net.Http.Headers;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Hosting;

[Collection(SharedServer.Name)]
public sealed class HeaderTests(HubServer hub)
{
    private const string OneYear = "max-age=31536000; includeSubDomains";

    public static TheoryData<string> Everything => new(
        "/", "/login", "/profil", $"/omraader/{Session.Nordlyset}", $"/omraader/{Session.Nordlyset}/tal", "/findes/ikke", "/api/v1/me", $"/api/v1/omraader/{Session.Nordlyset}/workspace",
        $"/api/v1/omraader/{Guid.NewGuid()}/workspace", "/api/findes/ikke", "/health/live", "/icon.svg", "/hubs/workspace");

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Every_answer_tells_the_browser_what_it_may_not_do(string path)
    {
        var headers = await Get(path);

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", policy, StringComparison.Ordinal);
        Assert.DoesNotContain('*', policy);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Contains("camera=(), display-capture=(), geolocation=(), microphone=()", headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(headers.Contains("Server"));
        Assert.False(headers.Contains("X-Powered-By"));
        Assert.False(headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task What_is_about_somebody_is_kept_by_no_browser_and_no_proxy(string path)
    {
        var kept = (await Get(path)).CacheControl;

        Assert.True(kept?.NoStore == true || path == "/icon.svg", $"{kept}");
    }

    [Fact]
    public async Task Where_people_come_by_https_they_come_by_nothing_else_for_a_year()
    {
        Assert.Equal(OneYear, (await Get("/login", "https")).GetValues("Strict-Transport-Security").Single());
        Assert.False((await Get("/login")).Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_page_from_elsewhere_is_given_no_leave_to_read()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Options, "/api/v1/me")
        {
            Headers = { { "Origin", "https://elsewhere.example" }, { "Access-Control-Request-Method", "GET" } },
        };

        using var answer = await hub.Anonymous().Client.SendAsync(asked);

        Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<HttpResponseHeaders> Get(string path, string scheme = "http")
    {
        var client = path is "/login" ? hub.NewClient() : (await Browser.SignIn(hub, "ejendom@nordbo.example")).Client;
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-Proto", scheme } } };
        using var response = await client.SendAsync(request);
        return response.Headers;
    }
}
