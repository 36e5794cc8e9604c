using System.Net;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Pages;

[Collection(SharedServer.Name)]
public sealed class PageTests(HubServer hub)
{
    [Fact]
    public async Task A_page_sends_who_is_not_signed_in_to_sign_in_and_back()
    {
        var browser = new Browser(hub);

        var page = await browser.Open($"/omraader/{Nordlyset}");
        await browser.SubmitSignIn("ejendom@nordbo.example", HubServer.Password);

        Assert.Contains("Log ind", page, StringComparison.Ordinal);
        Assert.Equal($"/omraader/{Nordlyset}", browser.Location);
        Assert.Contains("<h1>Nordlyset</h1>", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_shows_the_form_again_with_the_address_typed()
    {
        var browser = new Browser(hub);
        await browser.Open("/login");

        await browser.SubmitSignIn("ejendom@nordbo.example", "wrong");

        Assert.Contains("role=\"alert\"", browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"ejendom@nordbo.example\"", browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Signing_in_never_leads_out_of_the_house(string target)
    {
        var browser = new Browser(hub);
        await browser.Open($"/login?til={Uri.EscapeDataString(target)}");

        await browser.SubmitSignIn("ejendom@nordbo.example", HubServer.Password);

        Assert.Equal("/", browser.Location);
    }

    [Fact]
    public async Task The_second_step_asks_for_the_code()
    {
        await using var own = await Own(("HUB_DEMO", "true"));
        var key = await own.Server.TurnOnSecondFactor("ejendom@nordbo.example");
        var browser = new Browser(own.Server);
        await browser.Open("/login");

        await browser.SubmitSignIn("ejendom@nordbo.example", HubServer.Password);
        Assert.Contains("autocomplete=\"one-time-code\"", browser.Page, StringComparison.Ordinal);
        await browser.Submit(("Form.Code", "000000"));
        Assert.Contains("role=\"alert\"", browser.Page, StringComparison.Ordinal);
        await browser.Submit(("Form.Code", Totp.Code(key)));

        Assert.Contains("<h1>Min dag</h1>", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_second_factor_is_required_it_is_set_up_at_the_first_sign_in()
    {
        await using var own = await Own(("HUB_REQUIRE_MFA", "true"));
        var api = await own.Server.Anonymous().Post("/api/v1/login", new { email = "leder@nordbo.example", password = HubServer.Password });
        var browser = new Browser(own.Server);
        await browser.Open("/login");

        await browser.SubmitSignIn("leder@nordbo.example", HubServer.Password);
        var key = Regex.Match(browser.Page, "<code>([A-Z2-7 ]+)</code>").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await browser.Submit(("Form.Code", Totp.Code(key)));

        Assert.Equal("second_factor_required", api.Code);
        Assert.Contains("class=\"recovery\"", browser.Page, StringComparison.Ordinal);
        Assert.Contains("<h1>Min dag</h1>", await browser.Open("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_boards_page_names_nobody()
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn("bestyrelse@nordbo.example", HubServer.Password);

        var page = await browser.Open($"/omraader/{Nordlyset}");

        Assert.Contains("M-0001", page, StringComparison.Ordinal);
        Assert.Contains("B-0001", page, StringComparison.Ordinal);
        Assert.DoesNotContain("S-000", page, StringComparison.Ordinal);
        foreach (var person in (string[])["Markvardsen", "Bjerring", "Kildahl", "Haddad", "Polarvej", "Mortensen", "Warsame"])
        {
            Assert.DoesNotContain(person, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_area_that_is_not_mine_looks_like_one_that_is_not_there()
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn("ejendom@nordbo.example", HubServer.Password);

        foreach (var path in (string[])[$"/omraader/{Soenderparken}", $"/omraader/{Guid.NewGuid()}", "/omraader/7", "/findes/ikke"])
        {
            var page = await browser.Open(path);
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
            Assert.Contains("<h1>Siden findes ikke</h1>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_kept_framed_or_run_from_elsewhere()
    {
        foreach (var reply in new[] { await hub.Anonymous().Get("/login"), await hub.Anonymous().Get("/api/v1/me"), await hub.Anonymous().Get("/health/live") })
        {
            Assert.Equal("no-store", reply.Headers["Cache-Control"]);
            Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", reply.Headers["Referrer-Policy"]);
            Assert.Contains("frame-ancestors 'none'", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_site_cannot_sign_anyone_out()
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn("ejendom@nordbo.example", HubServer.Password);

        var forged = await browser.Post("/logout", []);

        Assert.Equal(HttpStatusCode.BadRequest, forged);
        Assert.Contains("<h1>Min dag</h1>", await browser.Open("/"), StringComparison.Ordinal);
    }

    private static async Task<OwnServer> Own(params (string, string)[] settings) => new(await HubServer.Start(settings));

    private sealed record OwnServer(HubServer Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }
}
