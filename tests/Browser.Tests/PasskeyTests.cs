using Hub.Browser.Tests.Site;
using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Demo;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Browser.Tests;

/// <summary>A key in the person's device, here the one that Chromium makes up. A site of its own: a key belongs to a name, and this Hub is called localhost.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private readonly HubSite site = new();

    public async Task InitializeAsync()
    {
        var address = FreeAddress.Of("localhost").AbsoluteUri;
        site.Server.Settings["HUB_URLS"] = site.Server.Settings["HUB_PUBLIC_URL"] = address;
        site.Server.Settings["HUB_REQUIRE_MFA"] = "true";
        await site.InitializeAsync();
    }

    public Task DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_key_is_made_used_and_taken_away()
    {
        await using var visitor = await site.Visit();
        await AddDevice(visitor);
        await visitor.SignIn("ejendom@nordbo.example");
        await Make(visitor, "Tablet på kontoret");
        await SignOut(visitor);

        await visitor.Press("Log ind med adgangsnøgle");
        await visitor.Page.WaitForURLAsync("**/");
        await visitor.Open("/profil/adgangsnoegler");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Fjern Tablet på kontoret" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("Tablet på kontoret")).ToHaveCountAsync(0);
        await SignOut(visitor);
        await visitor.Press("Log ind med adgangsnøgle");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("hører ikke til en konto");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task A_key_is_the_second_factor_of_a_role_that_demands_one_and_its_password_alone_sets_nothing_up()
    {
        const string email = "boligsocial@sydbo.example";
        await using var visitor = await site.Visit();
        await AddDevice(visitor);
        await visitor.SignIn(email);
        await Make(visitor, "Arbejdscomputer");
        await MakeLeader(email);
        await SignOut(visitor);

        await visitor.Page.GetByLabel("E-mail").FillAsync(email);
        await visitor.Page.GetByLabel("Adgangskode").FillAsync(HubServer.Password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Log ind", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Brug din adgangsnøgle" })).ToBeVisibleAsync();
        Assert.Equal(0, await visitor.Page.GetByLabel("Kode fra kodeappen").CountAsync());
        await visitor.Press("Log ind med adgangsnøgle");
        await visitor.Page.WaitForURLAsync("**/");

        await visitor.Open("/profil/adgangsnoegler");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Fjern Arbejdscomputer" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Den kan ikke fjernes");
    }

    [Fact]
    public async Task A_device_that_does_not_know_its_holder_gives_no_key()
    {
        await using var visitor = await site.Visit();
        await AddDevice(visitor, knowsHolder: false);
        await visitor.SignIn("ejendom@sydbo.example");
        await visitor.Open("/profil/adgangsnoegler");
        await visitor.Page.GetByLabel("Hvad skal den hedde?").FillAsync("Lånt");
        await visitor.Press("Opret adgangsnøgle");

        await Assertions.Expect(visitor.Page.GetByText("Enheden gav ingen adgangsnøgle. Prøv igen.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_there_is_no_script_there_is_no_button_that_does_nothing()
    {
        await using var visitor = await site.Visit(screen: new Screen(Script: false));
        await visitor.Open("/login");

        await Assertions.Expect(visitor.Page.GetByText("Log ind med adgangsnøgle")).ToBeHiddenAsync();
    }

    private Task MakeLeader(string email) => site.Server.Services.GetRequiredService<ITenantDirectory>().Execute(
        DemoIds.Tenant("sydbo"), Guid.Empty,
        new TenantRequest(Guid.NewGuid(), [], new GrantMembership(Session.Soenderparken, DemoIds.User(email), Kontor.BoligsocialtKontor, Rolle.Leder, default)), default);

    private static async Task AddDevice(Visitor visitor, bool knowsHolder = true)
    {
        var browser = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = knowsHolder,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task Make(Visitor visitor, string name)
    {
        await visitor.Open("/profil/adgangsnoegler");
        await visitor.Page.GetByLabel("Hvad skal den hedde?").FillAsync(name);
        await visitor.Press("Opret adgangsnøgle");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = $"Fjern {name}" })).ToBeVisibleAsync();
    }

    private static async Task SignOut(Visitor visitor)
    {
        await visitor.Open("/profil");
        await visitor.Press("Log ud");
        await visitor.Page.WaitForURLAsync("**/login");
    }
}
