using System.Net;
using System.Text.RegularExpressions;
using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Demo;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Administration;

/// <summary>A server of its own: these tests change who works where.</summary>
public sealed class AdministrationPageTests(HubServer hub) : IClassFixture<HubServer>
{
    private const string Password = "fire ord i en lang række";
    private static readonly string Area = $"/administration/{Nordlyset}";

    [Fact]
    public async Task An_admin_invites_somebody_who_chooses_a_password_and_is_a_member()
    {
        var admin = await SignIn("admin@nordbo.example");
        await Invite(admin, "ny@nordbo.example");
        var code = Code(admin);
        var reloaded = await admin.Open(Area);
        var newcomer = await Join(code, Password);

        Assert.DoesNotContain(code, reloaded, StringComparison.Ordinal);
        Assert.Contains("ny@nordbo.example", reloaded, StringComparison.Ordinal);
        Assert.Contains("<h1>Nordlyset</h1>", await newcomer.Open($"/omraader/{Nordlyset}"), StringComparison.Ordinal);
        Assert.Contains("Bo Ny", await admin.Open(Area), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_easy_password_is_refused_and_the_code_still_works()
    {
        var admin = await SignIn("admin@nordbo.example");
        await Invite(admin, "let@nordbo.example");
        var code = Code(admin);

        var browser = await Join(code, "kort");
        Assert.Contains("mindst 12 tegn", browser.Page, StringComparison.Ordinal);
        await browser.Submit(("Form.Name", "Bo Ny"), ("Form.Password", "Adgangskode2026"));
        Assert.Contains("for let at gætte", browser.Page, StringComparison.Ordinal);
        await browser.Submit(("Form.Name", "Bo Ny"), ("Form.Password", Password));

        Assert.Equal("/", browser.Location);
    }

    [Fact]
    public async Task Who_has_an_account_needs_its_password_so_that_an_invitation_is_no_way_into_it()
    {
        var admin = await SignIn("admin@nordbo.example");
        await Invite(admin, "leder@sydbo.example");
        var code = Code(admin);

        var thief = await Join(code, Password);
        Assert.Contains("role=\"alert\"", thief.Page, StringComparison.Ordinal);
        await Join(code, HubServer.Password);

        var me = await (await hub.SignIn("leder@sydbo.example")).Get("/api/v1/me");
        Assert.NotEqual("Bo Ny", me.Json["name"]!.GetValue<string>());
        Assert.Contains(me.Json["memberships"]!.AsArray(), m => m!["omraade"]!.GetValue<string>() == "Nordlyset");
    }

    [Fact]
    public async Task An_invitation_that_is_taken_back_does_not_work()
    {
        var admin = await SignIn("admin@nordbo.example");
        await Invite(admin, "fortrudt@nordbo.example");
        var code = Code(admin);
        var line = Regex.Match(await admin.Open(Area), "fortrudt@nordbo.*?invitationer/([0-9a-f-]{36})/slet", RegexOptions.Singleline);
        await admin.SubmitTo($"{line.Groups[1].Value}/slet", []);

        var browser = await Join(code, null);

        Assert.Contains("Koden virker ikke", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_of_somebody_who_is_no_admin_any_more_does_not_work()
    {
        var admin = await SignIn("admin@sydbo.example");
        await admin.Open($"/administration/{Soenderparken}");
        await admin.SubmitTo("/invitationer", New("sen@sydbo.example"));
        var code = Code(admin);
        await admin.SubmitTo($"/medlemmer/{DemoIds.User("leder@sydbo.example")}", [("role", "admin"), ("employer", "boligorganisation")]);
        await admin.SubmitTo($"/medlemmer/{DemoIds.User("admin@sydbo.example")}/slut", []);

        var browser = await Join(code, Password);

        Assert.Contains("Koden virker ikke", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_changes_and_ends_a_membership()
    {
        var adviser = DemoIds.User("boligsocial2@nordbo.example");
        var area = $"/administration/{Havnegaarden}";
        var admin = await SignIn("admin@nordbo.example");
        var session = await hub.SignIn("boligsocial2@nordbo.example");
        await admin.Open(area);
        await admin.SubmitTo($"/medlemmer/{adviser}", [("role", "leder"), ("kontor", "boligsocialtKontor"), ("employer", "kommune")]);
        var me = await session.Get("/api/v1/me");
        await admin.SubmitTo($"/medlemmer/{adviser}/slut", []);
        var after = await session.Get("/api/v1/me");

        Assert.Equal("leder", me.Json["memberships"]![0]!["role"]!.GetValue<string>());
        Assert.Empty(after.Json["memberships"]!.AsArray());
    }

    [Fact]
    public async Task An_admin_makes_an_area_and_a_role_that_does_not_fit_says_so()
    {
        var admin = await SignIn("admin@nordbo.example");
        await admin.Open("/administration");
        await admin.SubmitTo("/omraader", [("name", "Skovbakken"), ("afdelinger", "Afdeling 1\nAfdeling 2")]);
        Assert.Contains("Skovbakken", admin.Page, StringComparison.Ordinal);

        await admin.Open(Area);
        var status = await admin.SubmitTo("/invitationer", [("name", "Bo Ny"), ("email", "bo@nordbo.example"), ("role", "dpo"), ("kontor", "ejendomskontor"), ("employer", "kommune")]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Det passer ikke til rollen.", admin.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"bo@nordbo.example\"", admin.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ejendom@sydbo.example")]
    [InlineData("findes.ikke@nordbo.example")]
    public async Task A_form_puts_in_neither_a_stranger_nor_nobody(string email)
    {
        var admin = await SignIn("admin@nordbo.example");
        await admin.Open(Area);

        await admin.SubmitTo(
            $"/medlemmer/{DemoIds.User("ejendom@nordbo.example")}", [("role", "dpo"), ("kontor", ""), ("employer", "boligorganisation")], to: $"{Area}/medlemmer/{DemoIds.User(email)}");

        Assert.Equal(HttpStatusCode.BadRequest, admin.Status);
        Assert.DoesNotContain(hub.Services.GetRequiredService<ITenantDirectory>().Members(Nordlyset), m => m.UserId == DemoIds.User(email));
    }

    [Fact]
    public async Task The_same_form_sent_in_two_boligorganisationer_makes_two_areas()
    {
        var directory = hub.Services.GetRequiredService<ITenantDirectory>();
        var both = DemoIds.User("leder@nordbo.example");
        foreach (var (tenant, omraade) in new[] { ("nordbo", Havnegaarden), ("sydbo", Soenderparken) })
        {
            await directory.Execute(
                DemoIds.Tenant(tenant), Guid.Empty, new TenantRequest(Guid.NewGuid(), [], new GrantMembership(omraade, both, null, Rolle.Admin, Employer.Boligorganisation)), default);
        }

        var admin = await SignIn("leder@nordbo.example");
        var id = Guid.NewGuid().ToString();
        foreach (var tenant in new[] { "nordbo", "sydbo" })
        {
            await admin.Open("/administration");
            await admin.SubmitTo("/omraader", [("name", "Tvillingen"), ("commandId", id)], name => name == "commandId", to: $"/administration/organisationer/{DemoIds.Tenant(tenant)}/omraader");
        }

        Assert.Equal(2, directory.Tenants.Sum(t => t.Omraader.Count(o => directory.Omraade(o)!.Name == "Tvillingen")));
        Assert.Equal(200, (await (await hub.SignIn("ejendom@sydbo.example")).Get("/api/v1/me")).Status);
    }

    [Theory]
    [InlineData("ejendomsleder@nordbo.example")]
    [InlineData("dpo@nordbo.example")]
    [InlineData("bestyrelse@nordbo.example")]
    public async Task Nobody_but_an_admin_may(string email)
    {
        var browser = await SignIn(email);

        await browser.Open("/administration");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await browser.Open(Area);
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.DoesNotContain("@nordbo.example", browser.Page, StringComparison.Ordinal);
        string[] forms =
        [
            $"{Area}/invitationer", $"{Area}/invitationer/{Guid.NewGuid()}/slet", $"{Area}/medlemmer/{Guid.NewGuid()}", $"{Area}/medlemmer/{Guid.NewGuid()}/slut",
            $"/administration/organisationer/{DemoIds.Tenant("nordbo")}/omraader",
        ];
        foreach (var form in forms)
        {
            await browser.Open("/profil");
            Assert.Equal((form, HttpStatusCode.Forbidden), (form, await browser.SubmitTo("/profil/udseende", New("ind@nordbo.example"), to: form)));
        }
    }

    [Fact]
    public async Task The_areas_of_another_boligorganisation_are_not_there()
    {
        var admin = await SignIn("admin@nordbo.example");
        await admin.Open($"/administration/{Soenderparken}");
        var foreign = (admin.Status, admin.Page);
        await admin.Open($"/administration/{Guid.NewGuid()}");
        var absent = (admin.Status, admin.Page);
        await admin.Open(Area);
        var sent = await admin.SubmitTo("/invitationer", New("ind@sydbo.example"), to: $"/administration/{Soenderparken}/invitationer");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.Status, absent.Status, sent));
        Assert.Contains("<h1>Siden findes ikke</h1>", foreign.Page, StringComparison.Ordinal);
    }

    private async Task<Browser> SignIn(string email)
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn(email, HubServer.Password);
        return browser;
    }

    private static (string, string)[] New(string email) =>
        [("name", "Bo Ny"), ("email", email), ("role", "medarbejder"), ("kontor", "ejendomskontor"), ("employer", "boligorganisation")];

    private static async Task Invite(Browser admin, string email)
    {
        await admin.Open(Area);
        await admin.SubmitTo("/invitationer", New(email));
    }

    private static string Code(Browser admin) => Regex.Match(admin.Page, "([A-Z2-9]{5}-){3}[A-Z2-9]{5}").Value;

    private async Task<Browser> Join(string code, string? password)
    {
        var browser = new Browser(hub);
        await browser.Open("/velkommen");
        await browser.Submit(("Form.Code", code));
        if (password is not null)
        {
            await browser.Submit(("Form.Name", "Bo Ny"), ("Form.Password", password));
        }

        return browser;
    }
}
