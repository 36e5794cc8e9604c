using System.Text.RegularExpressions;
using Hub.Web.Tests.Live;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Accounts;

/// <summary>A server of its own: these tests sign people out.</summary>
public sealed class SessionTests(HubServer hub) : IClassFixture<HubServer>
{
    [Fact]
    public async Task Ending_a_session_ends_its_cookie_at_once_and_no_other()
    {
        var (here, there) = (await SignIn("ejendom@nordbo.example"), await SignIn("ejendom@nordbo.example"));
        await here.Open("/profil");
        await here.SubmitTo("/slut", []);

        Assert.Contains("Log ind", await there.Open("/"), StringComparison.Ordinal);
        Assert.Contains("<h1>Min dag</h1>", await here.Open("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_a_session_ends_its_tokens_at_once()
    {
        const string email = "boligsocial@nordbo.example";
        var login = await hub.Anonymous().Post("/api/v1/login", new { email, password = HubServer.Password });
        var api = hub.Anonymous();
        api.Client.DefaultRequestHeaders.Authorization = new("Bearer", login.Json["accessToken"]!.GetValue<string>());
        var before = await api.Get("/api/v1/me");
        var browser = await SignIn(email);
        var page = await browser.Open("/profil");
        var id = Regex.Match(page, "Andet system.*?/profil/sessioner/([0-9a-f-]{36})/slut", RegexOptions.Singleline).Groups[1].Value;
        await browser.SubmitTo($"{id}/slut", []);
        var refresh = await hub.Anonymous().Post("/api/v1/refresh", new { refreshToken = login.Json["refreshToken"]!.GetValue<string>() });

        Assert.Equal(200, before.Status);
        Assert.Equal((401, "unauthenticated"), ((await api.Get("/api/v1/me")).Status, (await api.Get("/api/v1/me")).Code));
        Assert.Equal((401, "invalid_credentials"), (refresh.Status, refresh.Code));
    }

    [Fact]
    public async Task Ending_a_session_cuts_its_live_connection()
    {
        const string email = "leder@nordbo.example";
        await using var live = new LiveClients(hub);
        var client = await live.Connect(email);
        var browser = await SignIn(email);
        await browser.Open("/profil");
        await browser.SubmitTo("/profil/sessioner/slut", []);

        await client.Next("closed");
    }

    [Fact]
    public async Task A_refreshed_token_is_the_same_session()
    {
        const string email = "bestyrelse@nordbo.example";
        var login = await hub.Anonymous().Post("/api/v1/login", new { email, password = HubServer.Password });
        await hub.Anonymous().Post("/api/v1/refresh", new { refreshToken = login.Json["refreshToken"]!.GetValue<string>() });
        var browser = await SignIn(email);

        Assert.Single(Regex.Matches(await browser.Open("/profil"), "Andet system"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_even_for_who_kept_the_cookie()
    {
        var (leaving, looking) = (await SignIn("ejendomsleder@nordbo.example"), await SignIn("ejendomsleder@nordbo.example"));
        Assert.Equal(2, Rows(await looking.Open("/profil")));
        await leaving.Open("/profil");
        await leaving.SubmitTo("/logout", []);

        Assert.Equal(1, Rows(await looking.Open("/profil")));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var mine = await SignIn("dpo@nordbo.example");
        var id = Regex.Match(await (await SignIn("dpo@nordbo.example")).Open("/profil"), "sessioner/([0-9a-f-]{36})/slut").Groups[1].Value;
        var other = await SignIn("admin@nordbo.example");
        await other.Open("/profil");
        await other.SubmitTo("/profil/udseende", [], to: $"/profil/sessioner/{id}/slut");

        Assert.Contains("<h1>Min dag</h1>", await mine.Open("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_password_ends_all_others_and_keeps_this_one()
    {
        const string email = "boligsocial@sydbo.example";
        const string chosen = "syv små mus på et loft";
        var (here, there) = (await SignIn(email), await SignIn(email));
        await here.Open("/profil/adgangskode");
        await here.Submit(("Form.Current", "forkert"), ("Form.Password", chosen));
        Assert.Contains("nuværende adgangskode passer ikke", here.Page, StringComparison.Ordinal);
        await here.Submit(("Form.Current", HubServer.Password), ("Form.Password", "kort"));
        Assert.Contains("mindst 12 tegn", here.Page, StringComparison.Ordinal);
        await here.Submit(("Form.Current", HubServer.Password), ("Form.Password", chosen));

        Assert.Equal("/profil", here.Location);
        Assert.Contains("Log ind", await there.Open("/"), StringComparison.Ordinal);
        Assert.Equal(401, (await hub.Anonymous().Post("/api/v1/login", new { email, password = HubServer.Password })).Status);
        Assert.Equal(200, (await hub.Anonymous().Post("/api/v1/login", new { email, password = chosen })).Status);
    }

    private static int Rows(string page) => Regex.Matches(page, "senest brugt").Count;

    private async Task<Browser> SignIn(string email)
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn(email, HubServer.Password);
        return browser;
    }
}
