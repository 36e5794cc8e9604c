using System.Net;
using Hub.Contracts;
using Hub.Grains;
using Hub.Grains.Tenants;
using Hub.Storage;
using Hub.Web.Demo;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Administration;

/// <summary>A server of its own: these tests change rules, delete cases and end a boligorganisation.</summary>
public sealed class DeletionPageTests(HubServer hub) : IClassFixture<HubServer>
{
    private static readonly Guid Nordbo = DemoIds.Tenant("nordbo");
    private static readonly string Page = $"/omraader/{Nordlyset}/sletning";

    [Theory]
    [InlineData("dpo", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("leder", HttpStatusCode.NotFound)]
    [InlineData("ejendomsleder", HttpStatusCode.NotFound)]
    [InlineData("boligsocial", HttpStatusCode.NotFound)]
    [InlineData("ejendom", HttpStatusCode.NotFound)]
    [InlineData("bestyrelse", HttpStatusCode.NotFound)]
    public async Task What_will_be_deleted_and_what_has_been_is_for_the_dpo_and_the_admin(string person, HttpStatusCode expected)
    {
        var browser = await SignIn($"{person}@nordbo.example");
        await browser.Open(Page);
        Assert.Equal(expected, browser.Status);
        await browser.Open($"/omraader/{Soenderparken}/sletning");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Theory]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("dpo", HttpStatusCode.Forbidden)]
    [InlineData("leder", HttpStatusCode.Forbidden)]
    [InlineData("bestyrelse", HttpStatusCode.Forbidden)]
    public async Task Only_an_admin_changes_the_rules_and_only_those_of_their_own(string person, HttpStatusCode expected)
    {
        var browser = await SignIn($"{person}@nordbo.example");
        await browser.Open(Rules(Nordbo));
        Assert.Equal(expected, browser.Status);
        Assert.Equal(expected == HttpStatusCode.OK ? HttpStatusCode.BadRequest : expected, await Bare(browser, Rules(Nordbo)));
        await browser.Open(Rules(DemoIds.Tenant("sydbo")));
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal(HttpStatusCode.NotFound, await Bare(browser, Rules(DemoIds.Tenant("sydbo"))));
    }

    [Fact]
    public async Task An_admin_sets_a_rule_that_the_dpo_reads_and_a_number_out_of_reason_says_so()
    {
        var admin = await SignIn("admin@nordbo.example");
        await admin.Open(Rules(Nordbo));
        Assert.Equal(HttpStatusCode.BadRequest, await admin.SubmitTo("/sletteregler", [("bortfaldMonths", "3"), ("mostPerNight", "40"), ("regler.fremleje.alle", "121")]));
        Assert.Contains("for lille eller for stort", admin.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"121\"", admin.Page, StringComparison.Ordinal);

        await admin.SubmitTo("/sletteregler", [("bortfaldMonths", "3"), ("mostPerNight", "40"), ("regler.fremleje.alle", "7"), ("regler.restance.betalt", "18")]);

        Assert.Equal(Page, admin.Location.Replace(Havnegaarden.ToString(), Nordlyset.ToString()));
        var read = WebUtility.HtmlDecode(await (await SignIn("dpo@nordbo.example")).Open(Page));
        Assert.Contains("Slettes 7 måneder efter lukning", read, StringComparison.Ordinal);
        Assert.Contains("18 måneder: Betalt", read, StringComparison.Ordinal);
        Assert.Contains("i 3 måneder", read, StringComparison.Ordinal);
        await admin.Open(Rules(Nordbo));
        Assert.Contains("value=\"18\"", admin.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_stands_in_the_protocol_with_its_keys_and_fingerprint_and_nobodys_name()
    {
        var c = await (await hub.SignIn("ejendom@nordbo.example")).Flag(beboer: new { name = "Valborg Kragelund", phone = "12 34 56 78" });
        var dpo = await SignIn("dpo@nordbo.example");
        Assert.Equal(200, (await (await hub.SignIn("dpo@nordbo.example")).Post(In(Nordlyset, $"cases/{c}/erasure"))).Status);

        var page = WebUtility.HtmlDecode(await dpo.Open(Page));

        var proof = (await hub.Services.GetRequiredService<IErasures>().Read(new StreamKey(Nordbo, Nordlyset), default)).Single(p => ((IErasure)p.Recorded.Event).CaseId == c);
        Assert.Contains("Personerne i en sag er slettet", page, StringComparison.Ordinal);
        Assert.Contains(proof.Hash, page, StringComparison.Ordinal);
        Assert.Contains(proof.Recorded.EventId.ToString(), page, StringComparison.Ordinal);
        Assert.Contains(((PersonsErased)proof.Recorded.Event).PersonIds[0].ToString(), page, StringComparison.Ordinal);
        Assert.DoesNotContain("Kragelund", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_boligorganisation_that_ends_is_gone_for_its_people_at_once_and_stays_gone_and_the_others_go_on()
    {
        var session = await hub.SignIn("leder@sydbo.example");
        Assert.Equal(200, (await session.Get(In(Soenderparken, "workspace"))).Status);

        await Hub.Web.Operations.EndTenant.End(hub.Services.GetRequiredService<IErasures>(), hub.Services.GetRequiredService<ITenantDirectory>(), DemoIds.Tenant("sydbo"));

        Assert.Equal(404, (await session.Get(In(Soenderparken, "workspace"))).Status);
        Assert.Empty((await session.Get("/api/v1/me")).Json["memberships"]!.AsArray());
        Assert.Equal(200, (await (await hub.SignIn("leder@nordbo.example")).Get(In(Nordlyset, "workspace"))).Status);
        Assert.DoesNotContain(hub.Services.GetRequiredService<TenantDirectory>().Tenants, t => t.Slug == "sydbo");
    }

    /// <summary>Sends some other form's fields to an address: whoever may send there is told what is missing.</summary>
    private static async Task<HttpStatusCode> Bare(Browser browser, string path)
    {
        await browser.Open("/profil");
        return await browser.SubmitTo("/profil/udseende", [], to: path);
    }

    private static string Rules(Guid tenant) => $"/administration/organisationer/{tenant}/sletteregler";

    private async Task<Browser> SignIn(string email)
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn(email, HubServer.Password);
        return browser;
    }
}
