using Hub.Contracts;
using Hub.Storage;
using Hub.Web.Demo;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Basis;

/// <summary>What a basis opens is what leaves, on pages and through the API, and what the access log says was shown (GDPR art. 5(1)(c)).</summary>
[Collection(SharedServer.Name)]
public sealed class OpenedFieldsTests(HubServer hub)
{
    private static readonly object Somebody = new { name = "Valdemar Grundlagsen", phone = "00 44 55 66" };

    [Fact] // art. 6(1)(b)
    public async Task The_tenancy_gives_boligsocialt_kontor_no_phone_number()
    {
        var sag = await (await hub.SignIn("ejendom@nordbo.example")).Flag("restance", Somebody, new { kind = "lejekontrakt" });
        var social = await Forms.Somebody.SignIn(hub, "boligsocial");

        var read = await social.Api.Get(In(Nordlyset, $"cases/{sag}"));
        await social.Open(Forms.Somebody.Case(sag));

        Assert.Equal("Valdemar Grundlagsen", read.Json["identity"]!["name"]!.GetValue<string>());
        Assert.Equal("phone", Assert.Single(read.Json["identity"]!["hidden"]!.AsArray())!.GetValue<string>());
        Assert.All([read.Body, social.Page], shown => Assert.DoesNotContain("00 44 55 66", shown, StringComparison.Ordinal));
        Assert.Contains("Telefonnummeret er skjult", social.Page, StringComparison.Ordinal);
        var rows = await hub.Services.GetRequiredService<IAccessLog>().Read(
            new AccessFilter(DemoIds.Tenant("nordbo"), Nordlyset) { Case = sag, User = DemoIds.User("boligsocial@nordbo.example") }, default);
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(Revealed.Name, r.Row.Cases.Single(c => c.CaseId == sag).Fields & (Revealed.Name | Revealed.Phone)));
    }

    [Theory] // art. 5(1)(b), 6(3), 7(1)
    [InlineData("beretigetInteresse", "purpose", "required")]
    [InlineData("myndighedsopgave", "purpose", "required")]
    [InlineData("samtykke", "form", "required")]
    public async Task What_a_kind_demands_has_to_be_said(string kind, string field, string code)
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("mistrivsel", Somebody);

        var refused = await ejendom.Post(In(Nordlyset, $"cases/{sag}/legal-basis"), new { kind });

        Assert.Equal((400, code), (refused.Status, refused.Error(field)));
    }

    [Theory] // art. 9(2), databeskyttelsesloven § 8
    [InlineData("lejekontrakt", "helbred")]
    [InlineData("beretigetInteresse", "helbred")]
    [InlineData("myndighedsopgave", "strafbart")]
    public async Task A_basis_is_not_given_for_what_its_kind_cannot_carry(string kind, string mark)
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("restance", Somebody);

        var refused = await ejendom.Post(In(Nordlyset, $"cases/{sag}/legal-basis"), new { kind, purpose = "Betaling", covers = new[] { mark } });

        Assert.Equal((400, "does_not_fit"), (refused.Status, refused.Error("covers")));
    }

    [Fact]
    public async Task The_form_proposes_what_usually_fits_with_its_paragraph()
    {
        var ejendom = await Forms.Somebody.SignIn(hub, "ejendom");
        var sag = await ejendom.Api.Flag("restance", Somebody);

        await ejendom.Open(Forms.Somebody.Case(sag, "/legal-basis"));

        var form = ejendom.Page[ejendom.Page.IndexOf("/legal-basis\"", StringComparison.Ordinal)..];
        Assert.True(form.IndexOf("value=\"lejekontrakt\"", StringComparison.Ordinal) < form.IndexOf("value=\"samtykke\"", StringComparison.Ordinal));
        Assert.Contains("Passer som regel her", form, StringComparison.Ordinal);
        Assert.Contains("databeskyttelsesforordningen art. 6, stk. 1, litra b", form, StringComparison.Ordinal);
        Assert.Contains("Gælder i 180 dage", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_flag_is_sent_the_page_proposes_what_would_open_the_name()
    {
        var ejendom = await Forms.Somebody.SignIn(hub, "ejendom");
        await ejendom.Open(Forms.Somebody.Meld);

        await ejendom.Browser.SubmitTo(
            "/meld", [("category", "voldEllerTrusler"), ("severity", "mellem"), ("description", "Råben"), ("beboer.name", "Valdemar Grundlagsen"), ("saerlig", "strafbart")],
            to: Forms.Somebody.Meld + "/videre");

        Assert.Contains("databeskyttelsesforordningen art. 6, stk. 1, litra f", ejendom.Page, StringComparison.Ordinal);
        Assert.Contains("handler om noget strafbart og bliver hos jer", ejendom.Page, StringComparison.Ordinal);
    }

    [Fact] // GDPR art. 5(1)(b)
    public async Task Handing_over_to_people_of_another_employer_is_said_to_be_a_videregivelse()
    {
        var ejendom = await Forms.Somebody.SignIn(hub, "ejendom");
        var flag = new { category = "mistrivsel", description = "Gardinerne er nede.", beboer = Somebody, toKontor = "ejendomskontor" };
        var there = (await ejendom.Api.Post(In(Havnegaarden, "flags"), flag)).Id("caseId");
        var here = (await ejendom.Api.Post(In(Nordlyset, "flags"), flag)).Id("caseId");
        var offer = new { toKontor = "boligsocialtKontor", reason = "Hører til hos jer", summary = "Kræver et besøg" };

        await ejendom.Open($"/omraader/{Havnegaarden}/sager/{there}/handovers");
        Assert.Contains("Det er en videregivelse", ejendom.Page, StringComparison.Ordinal);
        await ejendom.Open($"/omraader/{Nordlyset}/sager/{here}/handovers");
        Assert.Contains("Det er intern brug", ejendom.Page, StringComparison.Ordinal);

        await ejendom.Api.Post(In(Havnegaarden, $"cases/{there}/handovers"), offer);
        await ejendom.Open($"/omraader/{Havnegaarden}/sager/{there}");
        Assert.Contains("videregivelse til en anden arbejdsgiver", ejendom.Page, StringComparison.Ordinal);
        var refused = await ejendom.Api.Post(In(Havnegaarden, $"cases/{there}/legal-basis"), new { kind = "samtykke", form = "mundtligt", recipients = new[] { "boligsocialtKontor" } });
        Assert.Equal("required", refused.Error("purpose"));
    }
}
