using System.Net;
using System.Text.Json.Nodes;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Forms.Somebody;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Forms;

[Collection(SharedServer.Name)]
public sealed class FlagFormTests(HubServer hub)
{
    private static readonly (string, string)[] Worry = [("category", "mistrivsel"), ("severity", "mellem"), ("description", "Gardinerne er nede hele dagen.")];

    [Fact]
    public async Task Four_choices_and_a_sentence_make_a_case_and_lead_to_its_receipt()
    {
        var jens = await SignIn(hub, "ejendom");
        await jens.Open(Meld);

        await jens.Send("/meld", Worry);

        Assert.StartsWith($"{Meld}/", jens.Browser.Location, StringComparison.Ordinal);
        Assert.Matches(@"Tak\. S-\d{4} er sendt\.", jens.Page);
        Assert.Contains("Boligsocialt kontor", jens.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_address_that_is_a_door_of_the_area_is_that_door()
    {
        var jens = await SignIn(hub, "ejendom");
        await jens.Open(Meld);

        var c = await Sent(jens, [.. Worry, ("beboer.name", "Prøve Beboersen"), ("beboer.address", "polarvej 4 1 tv")]);

        Assert.Equal("Polarvej 4, 1. tv", c["identity"]!["address"]!.GetValue<string>());
        Assert.NotNull(c["identity"]!["lejemaal"]);
    }

    [Fact]
    public async Task Sides_count_only_for_a_complaint_about_a_neighbour_and_only_when_filled_in()
    {
        var jens = await SignIn(hub, "ejendom");
        (string, string)[] sides = [("parter[0].name", "Klage Klagesen"), ("beboer.name", "Ude Af-Syne")];
        await jens.Open(Meld);

        var worry = await Sent(jens, [.. Worry, .. sides]);
        await jens.Open(Meld);
        var complaint = await Sent(jens, [("category", "naboklage"), .. Worry[1..], .. sides]);

        Assert.Empty(worry["parter"]!.AsArray());
        Assert.Null(complaint["identity"]);
        Assert.Equal("klager", Assert.Single(complaint["parter"]!.AsArray())!["rolle"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_no_from_the_beboer_leaves_no_name()
    {
        var jens = await SignIn(hub, "ejendom");
        await jens.Open(Meld);

        var c = await Sent(jens, [.. Worry, ("beboer.name", "Prøve Nejsen"), ("legalBasis.kind", "afslaaet"), ("legalBasis.form", "mundtligt")]);

        Assert.Null(c["identity"]);
    }

    [Fact]
    public async Task Before_it_is_sent_it_says_who_gets_it_and_who_sees_the_name()
    {
        var jens = await SignIn(hub, "ejendom");
        await jens.Open(Meld);

        await jens.Browser.SubmitTo("/meld", [.. Worry, ("beboer.name", "Prøve Beboersen")], to: $"{Meld}/videre");

        Assert.Contains("Navnet kan kun ejendomskontoret se.", jens.Page, StringComparison.Ordinal);
        Assert.Contains("får din melding.", jens.Page, StringComparison.Ordinal);
        Assert.Equal("Gardinerne er nede hele dagen.", jens.Typed("description"));

        await jens.Browser.SubmitTo(
            "/meld", [.. Worry, ("beboer.name", "Prøve Beboersen"), ("legalBasis.kind", "samtykke"), ("legalBasis.form", "mundtligt")], to: $"{Meld}/videre");
        Assert.Contains("Navnet kan ejendomskontoret og boligsocialt kontor se.", jens.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_ahead_changes_nothing()
    {
        var jens = await SignIn(hub, "ejendom");
        var before = (await jens.Api.Get(In(Nordlyset, "workspace"))).Seq;
        await jens.Open(Meld);

        await jens.Browser.SubmitTo("/meld", Worry, to: $"{Meld}/videre");

        Assert.Equal(before, (await jens.Api.Get(In(Nordlyset, "workspace"))).Seq);
    }

    [Fact]
    public async Task An_urgent_flag_says_whom_to_ring_and_takes_down_who_was_rung()
    {
        var jens = await SignIn(hub, "ejendom");
        await jens.Open(Meld);
        await jens.Send("/meld", ("category", "ikkeSet"), ("severity", "akut"), ("description", "Posten hænger ud af døren."), ("boernIHjemmet", "true"));

        Assert.Contains("href=\"tel:114\"", jens.Page, StringComparison.Ordinal);
        Assert.Contains("§ 135", jens.Page, StringComparison.Ordinal);
        await jens.Send("/calls", ("called", "politi114"));

        Assert.Contains("Noteret: Politiet 114.", jens.Page, StringComparison.Ordinal);
        await jens.Send("/underretning");
        Assert.Contains("Noteret: kommunen er underrettet.", jens.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_its_senders_alone()
    {
        var jens = await SignIn(hub, "ejendom");
        await jens.Open(Meld);
        await jens.Send("/meld", Worry);
        var leader = await SignIn(hub, "ejendomsleder");

        await leader.Open(jens.Browser.Location);

        Assert.Equal(HttpStatusCode.NotFound, leader.Browser.Status);
    }

    [Fact]
    public async Task The_board_hears_a_number_and_never_reads_back_what_it_typed()
    {
        var board = await SignIn(hub, "bestyrelse");
        await board.Open(Meld);

        await board.Send("/meld", [.. Worry, ("beboer.address", "Polarvej 4, 1. tv")]);

        Assert.Matches(@"Tak\. B-\d{4} er sendt\.", board.Page);
        Assert.DoesNotContain("Gardinerne", board.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Polarvej", board.Page, StringComparison.Ordinal);
        await board.Open(Meld);
        Assert.DoesNotContain("Gardinerne", board.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_about_a_person_becomes_a_matter()
    {
        var board = await SignIn(hub, "bestyrelse");
        await board.Open(Meld);

        await board.Send("/emne", ("title", "Lys på stien"), ("text", "To lamper er gået."), ("toKontor", "ejendomskontor"));

        Assert.Contains("/emner/", board.Browser.Location, StringComparison.Ordinal);
        Assert.Contains("To lamper er gået.", board.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dpo")]
    [InlineData("admin")]
    public async Task Who_belongs_to_no_office_finds_no_such_page(string role)
    {
        var somebody = await SignIn(hub, role);

        await somebody.Open(Meld);

        Assert.Equal(HttpStatusCode.NotFound, somebody.Browser.Status);
    }

    private static async Task<JsonNode> Sent(Somebody who, params (string, string)[] fields)
    {
        Assert.Equal(HttpStatusCode.SeeOther, await who.Send("/meld", fields));
        var newest = (await who.Api.Get(In(Nordlyset, "workspace"))).Json["cases"]!.AsArray().MaxBy(c => c!["number"]!.GetValue<string>(), StringComparer.Ordinal)!;
        return (await who.Api.Get(In(Nordlyset, $"cases/{newest["caseId"]}"))).Json;
    }
}
