using System.Text.RegularExpressions;
using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Demo;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Accounts;

/// <summary>A server of its own, where a second factor is demanded of those who can do most harm.</summary>
public sealed class SecondFactorTests : IAsyncLifetime
{
    private readonly HubServer hub = new();

    public async Task InitializeAsync()
    {
        hub.Settings["HUB_REQUIRE_MFA"] = "true";
        await hub.InitializeAsync();
    }

    public Task DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_recovery_code_works_once_on_the_page_and_at_the_API()
    {
        const string email = "ejendom@nordbo.example";
        var codes = await Enrol(await SignIn(email));
        var lowered = codes[1].ToLowerInvariant();

        Assert.Equal(10, codes.Count);
        Assert.Equal("second_factor_required", (await Login(email)).Code);
        Assert.Equal(200, (await Login(email, codes[0])).Status);
        Assert.Equal("invalid_credentials", (await Login(email, codes[0])).Code);
        var browser = await SignIn(email);
        await browser.Submit(("Form.Code", lowered));
        Assert.Contains("<h1>Min dag</h1>", browser.Page, StringComparison.Ordinal);
        Assert.Contains("8 reservekoder", await browser.Open("/profil/kodeapp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_a_new_key_signs_nobody_out()
    {
        const string email = "boligsocial@nordbo.example";
        var login = await Login(email);
        var browser = await SignIn(email);

        Assert.Contains("otpauth", await browser.Open("/profil/kodeapp"), StringComparison.Ordinal);

        var refreshed = await hub.Anonymous().Post("/api/v1/refresh", new { refreshToken = login.Json["refreshToken"]!.GetValue<string>() });
        Assert.Equal(200, refreshed.Status);
    }

    [Theory]
    [InlineData("leder")]
    [InlineData("ejendomsleder")]
    [InlineData("dpo")]
    [InlineData("admin")]
    public async Task Leader_data_protection_officer_and_admin_come_no_further_without_one(string role)
    {
        var browser = await SignIn($"{role}@nordbo.example");

        Assert.Contains("Sæt kodeappen op", browser.Page, StringComparison.Ordinal);
        Assert.Contains("Log ind", await browser.Open("/"), StringComparison.Ordinal);
        Assert.Equal("second_factor_required", (await Login($"{role}@nordbo.example")).Code);
    }

    [Theory]
    [InlineData("ejendom")]
    [InlineData("boligsocial")]
    [InlineData("bestyrelse")]
    public async Task Others_may_do_without(string role)
    {
        Assert.Equal(200, (await Login($"{role}@nordbo.example")).Status);
        Assert.Equal("/", (await SignIn($"{role}@nordbo.example")).Location);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("123456")]
    public async Task Who_becomes_a_leader_sets_it_up_before_anything_else_whatever_code_they_once_sent(string? unasked)
    {
        const string email = "boligsocial@sydbo.example";
        var api = hub.Anonymous();
        var token = await Login(email, unasked);
        api.Client.DefaultRequestHeaders.Authorization = new("Bearer", token.Json["accessToken"]!.GetValue<string>());
        var browser = await SignIn(email);
        var grant = new GrantMembership(Session.Soenderparken, DemoIds.User(email), Kontor.BoligsocialtKontor, Rolle.Leder, Employer.Boligorganisation);
        await hub.Services.GetRequiredService<ITenantDirectory>().Execute(DemoIds.Tenant("sydbo"), Guid.Empty, new TenantRequest(Guid.NewGuid(), [], grant), default);

        await browser.Open("/");
        Assert.Equal("/profil/kodeapp", browser.Location);
        Assert.Equal("second_factor_required", (await api.Get("/api/v1/me")).Code);
        await Enrol(browser);
        Assert.Contains("<h1>Min dag</h1>", await browser.Open("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("Slå kodeappen fra", await browser.Open("/profil/kodeapp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_turned_off_by_a_code_of_it_where_it_is_not_required()
    {
        var browser = await SignIn("ejendom@sydbo.example");
        var codes = await Enrol(browser);
        await browser.Open("/profil/kodeapp");
        await browser.Submit(("Form.Code", "000000"), ("Form.Off", "true"));
        Assert.Contains("role=\"alert\"", browser.Page, StringComparison.Ordinal);
        await browser.Submit(("Form.Code", codes[0]), ("Form.Off", "true"));

        Assert.Equal(200, (await Login("ejendom@sydbo.example")).Status);
    }

    [Fact]
    public async Task Keys_and_recovery_codes_lie_encrypted_in_the_database()
    {
        var browser = await SignIn("boligsocial2@sydbo.example");
        await browser.Open("/profil/kodeapp");
        var key = Key(browser);
        var codes = await Enrol(browser);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(hub.Folder, "hub.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select group_concat(value, char(10)) from account_user_tokens";
        var kept = (string)(await command.ExecuteScalarAsync())!;

        Assert.DoesNotContain(key, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[0], kept, StringComparison.Ordinal);
    }

    private static string Key(Browser browser) =>
        Regex.Match(browser.Page, "<code>([A-Z2-7 ]+)</code>").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> Enrol(Browser browser)
    {
        await browser.Open("/profil/kodeapp");
        await browser.Submit(("Form.Code", Totp.Code(Key(browser))));
        return [.. Regex.Matches(browser.Page, "<li><code>([^<]+)</code></li>").Select(m => m.Groups[1].Value)];
    }

    private async Task<Browser> SignIn(string email)
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn(email, HubServer.Password);
        return browser;
    }

    private Task<Reply> Login(string email, string? code = null) =>
        hub.Anonymous().Post("/api/v1/login", new { email, password = HubServer.Password, code });
}
