using System.Net;
using Hub.Contracts;
using Hub.Storage;
using Hub.Web.Demo;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>An admin says which systems and apps their boligorganisation lets in, and nobody else does.</summary>
[Collection(IssuerCollection.Name)]
public sealed class ClientPageTests(IssuerHub issuer)
{
    private static readonly string[] Buttons = ["hemmelighed", "luk", "aabn", "slet"];

    [Fact]
    public async Task The_secret_is_shown_once_and_lies_nowhere()
    {
        var (registered, page) = await issuer.System(["read"]);

        Assert.Equal(43, registered.Secret!.Length);
        Assert.DoesNotContain(registered.Secret, await page.Admin.Open(page.Path), StringComparison.Ordinal);
        Assert.Contains(registered.Id, page.Admin.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_one_is_registered()
    {
        var page = await issuer.Admin("nordbo");
        var name = $"System {Guid.NewGuid():N}";
        await page.Admin.Open(page.Path);
        var before = page.Admin.Page;
        (string, string)[] fields = [("name", name), ("kind", "system"), ("leave", "read"), ("places", $"{Session.Nordlyset}/ejendomskontor"), ("redirectUris", "")];
        await page.Admin.SubmitTo(page.Path, fields);
        page.Admin.GoBackTo(before);
        await page.Admin.SubmitTo(page.Path, fields);

        Assert.Equal(1, (await page.Admin.Open(page.Path)).Split(name).Length - 1);
        Assert.DoesNotContain("notice done", page.Admin.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_change_stands_in_the_boligorganisations_stream_with_who_made_it()
    {
        var (registered, page) = await issuer.System(["read"]);
        foreach (var button in Buttons)
        {
            await page.Press(registered, button);
        }

        var id = Guid.ParseExact(registered.Id["hub-".Length..], "N");
        var told = new List<ClientChange>();
        await foreach (var recorded in issuer.Hub.Services.GetRequiredService<IEventLog>().Read(StreamKey.OfTenant(DemoIds.Tenant("nordbo")), 0, default))
        {
            if (recorded.Event is ClientChanged change && change.ClientId == id)
            {
                Assert.Equal(DemoIds.User("admin@nordbo.example"), recorded.Actor);
                told.Add(change.Change);
            }
        }

        Assert.Equal([ClientChange.Registered, ClientChange.SecretReplaced, ClientChange.Disabled, ClientChange.Enabled, ClientChange.Removed], told);
    }

    [Theory]
    [InlineData("system", "manage", "", "")]
    [InlineData("system", "read", null, "")]
    [InlineData("web", "read", null, "")]
    [InlineData("web", "read", null, "javascript:alert(1)")]
    [InlineData("web", "read", null, "http://app.example/svar")]
    [InlineData("web", "read", null, "dk.eksempel.app:/svar")]
    [InlineData("web", "read", null, "https://app.example/svar#del")]
    [InlineData("mobil", "read", null, "data:text/html,x")]
    [InlineData("mobil", "read", null, "https://bruger@app.example/svar")]
    public async Task What_makes_no_sense_comes_back_with_what_was_typed(string kind, string leave, string? place, string uris)
    {
        var page = await issuer.Admin("nordbo");

        Assert.Equal(HttpStatusCode.BadRequest, await page.Fill("Mit system", kind, [leave], place is null ? null : [$"{Session.Nordlyset}/ejendomskontor"], uris));
        Assert.Contains("Mit system", page.Admin.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_boligorganisations_area_is_none_to_let_a_system_into()
    {
        var page = await issuer.Admin("nordbo");

        Assert.Equal(HttpStatusCode.BadRequest, await page.Fill("Mit system", "system", ["read"], [$"{Session.Soenderparken}/ejendomskontor"]));
    }

    [Theory]
    [InlineData("leder@nordbo", 403)]
    [InlineData("dpo@nordbo", 403)]
    [InlineData("ejendom@nordbo", 403)]
    [InlineData("admin@sydbo", 404)]
    public async Task Nobody_else_sees_or_changes_them(string who, int status)
    {
        var (registered, page) = await issuer.System(["read"]);
        var browser = await Browser.SignIn(issuer.Hub, $"{who}.example");
        var id = Guid.ParseExact(registered.Id["hub-".Length..], "N");
        var token = await browser.FormToken();

        foreach (var address in Buttons.Select(b => $"/{id}/{b}").Append(""))
        {
            Assert.Equal(status, (int)await browser.Send($"{page.Path}{address}", [token, ("commandId", Guid.NewGuid().ToString()), ("name", "x"), ("kind", "system"), ("leave", "read")]));
        }

        await browser.Open(page.Path);
        Assert.Equal(status, (int)browser.Status);
        Assert.DoesNotContain(registered.Id, browser.Page, StringComparison.Ordinal);
        Assert.True((await (await issuer.Client(registered)).Credentials()).Ok);
    }

    [Fact]
    public async Task An_admin_changes_none_of_another_boligorganisation_under_the_own_address_either()
    {
        var (registered, _) = await issuer.System(["read"]);
        var other = await issuer.Admin("sydbo");
        var id = Guid.ParseExact(registered.Id["hub-".Length..], "N");
        var token = await other.Admin.FormToken();

        foreach (var button in Buttons)
        {
            Assert.Equal(404, (int)await other.Admin.Send($"{other.Path}/{id}/{button}", [token, ("commandId", Guid.NewGuid().ToString())]));
        }

        Assert.True((await (await issuer.Client(registered)).Credentials()).Ok);
    }

    [Fact]
    public async Task No_form_is_let_in_without_its_token()
    {
        var (registered, page) = await issuer.System(["read"]);
        var id = Guid.ParseExact(registered.Id["hub-".Length..], "N");
        foreach (var address in Buttons.Select(b => $"{page.Path}/{id}/{b}").Append(page.Path).Append($"/profil/apps/{id}/slut").Append("/oauth/authorize"))
        {
            Assert.Equal(400, (int)await page.Admin.Send(address, [("commandId", Guid.NewGuid().ToString()), ("svar", "ja")]));
        }
    }
}
