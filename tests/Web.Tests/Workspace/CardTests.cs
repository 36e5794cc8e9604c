using System.Net;
using Hub.Web.Tests.Forms;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Forms.Somebody;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Workspace;

/// <summary>The bridge card by card, without script, and what each address says to whom.</summary>
[Collection(SharedServer.Name)]
public sealed class CardTests(HubServer hub)
{
    private static readonly object Consent = new { kind = "samtykke", form = "mundtligt" };

    [Fact]
    public async Task A_card_alone_is_the_card_on_the_page()
    {
        var (_, c) = await Flagged();
        var amina = await SignIn(hub, "boligsocial");
        await amina.Open(Bridge);
        var row = Row(amina.Page, c);

        await amina.Open(Case(c, "/kort"));

        Assert.Equal("boligsocialtKontor-hosOs", row);
        Assert.Equal(row, Row(amina.Page, c));
        Assert.Contains("Kort Kortesen", amina.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", amina.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_sealed_is_in_no_card()
    {
        var (_, c) = await Flagged(basis: null);
        var amina = await SignIn(hub, "boligsocial");

        await amina.Open(Case(c, "/kort"));

        Assert.Contains("Navnet er skjult", amina.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Kort Kortesen", amina.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bestyrelse")]
    [InlineData("admin")]
    public async Task Who_may_not_see_a_case_gets_no_card_of_it(string role)
    {
        var (_, c) = await Flagged();
        var other = await SignIn(hub, role);

        await other.Open(Case(c, "/kort"));

        Assert.Equal(HttpStatusCode.NotFound, other.Browser.Status);
    }

    [Fact]
    public async Task A_closed_case_has_no_card_any_more()
    {
        var (jens, c) = await Flagged();
        var adviser = await hub.SignIn("boligsocial@nordbo.example");
        await adviser.Post(In(Nordlyset, $"cases/{c}/pickup"));
        await adviser.Post(In(Nordlyset, $"cases/{c}/close"), new { outcome = "loest" });

        await jens.Open(Case(c, "/kort"));
        Assert.Equal(HttpStatusCode.NotFound, jens.Browser.Status);
        await jens.Open($"{Bridge}/meldinger/{c}/kort");
        Assert.Contains("Afsluttet: Løst", jens.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_taken_from_the_bridge_without_script()
    {
        var (_, c) = await Flagged();
        var amina = await SignIn(hub, "boligsocial");
        await amina.Open(Bridge);

        await amina.Browser.SubmitTo($"{c}/pickup", []);

        Assert.StartsWith(Case(c), amina.Browser.Location, StringComparison.Ordinal);
        await amina.Open(Bridge);
        Assert.Contains("du har den", amina.Page[amina.Page.IndexOf($"sager-{c}", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_a_colleague_has_done_meanwhile_is_simply_done()
    {
        var (jens, c) = await Flagged();
        var adviser = await hub.SignIn("boligsocial@nordbo.example");
        var task = (await adviser.Post(In(Nordlyset, "tasks"), new { title = "Skift låsen", kontor = "ejendomskontor", caseId = c })).Id("taskId");
        await jens.Open(Bridge);
        var before = jens.Page;
        await (await hub.SignIn("ejendomsleder@nordbo.example")).Post(In(Nordlyset, $"tasks/{task}/complete"));

        jens.Browser.GoBackTo(before);
        await jens.Browser.SubmitTo($"{task}/complete", []);

        Assert.Equal(Bridge, jens.Browser.Location);
        Assert.DoesNotContain($"opgaver-{task}", jens.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_pier_is_one_link_away_on_a_phone()
    {
        var amina = await SignIn(hub, "boligsocial");

        await amina.Open($"{Bridge}?kontor=ejendomskontor");

        Assert.Contains("class=\"pier ejendomskontor  shown\"", amina.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("own shown", amina.Page, StringComparison.Ordinal);
    }

    private static string Bridge => $"/omraader/{Nordlyset}";

    private async Task<(Somebody Jens, Guid Case)> Flagged(object? basis) => (
        await SignIn(hub, "ejendom"),
        await (await hub.SignIn("ejendom@nordbo.example")).Flag(beboer: new { name = "Kort Kortesen", address = "Polarvej 2, st. tv" }, legalBasis: basis));

    private Task<(Somebody Jens, Guid Case)> Flagged() => Flagged(Consent);

    private static string Row(string page, Guid c)
    {
        var card = page[page.IndexOf($"id=\"sager-{c}\"", StringComparison.Ordinal)..];
        var row = card[(card.IndexOf("data-row=\"", StringComparison.Ordinal) + 10)..];
        return row[..row.IndexOf('"', StringComparison.Ordinal)];
    }
}
