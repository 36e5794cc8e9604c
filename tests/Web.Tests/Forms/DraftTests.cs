using System.Net;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Forms.Somebody;

namespace Hub.Web.Tests.Forms;

/// <summary>What is typed and not sent lies on the server, for whoever typed it and nobody else.</summary>
[Collection(SharedServer.Name)]
public sealed class DraftTests(HubServer hub)
{
    private const string Half = "Halvskrevet om aviser i gangen";

    [Fact]
    public async Task What_was_typed_is_offered_again_until_it_is_sent()
    {
        var (amina, c) = await Typing();

        await amina.Open(Case(c));
        Assert.Equal(Half, amina.Typed("text"));
        Assert.Contains("Her er din kladde", amina.Page, StringComparison.Ordinal);

        await amina.Send("/notes", ("text", $"{Half}, nu hel."), ("audience", "eget"));
        await amina.Open(Case(c));
        Assert.Equal("", amina.Typed("text"));
    }

    [Fact]
    public async Task It_is_nobody_elses()
    {
        var (_, c) = await Typing();
        var lone = await SignIn(hub, "leder");

        await lone.Open(Case(c, "/notes"));

        Assert.Equal("", lone.Typed("text"));
    }

    [Fact]
    public async Task It_can_be_deleted()
    {
        var (amina, c) = await Typing();
        await amina.Open(Case(c));

        await amina.Browser.SubmitTo("/notes", [], to: Case(c, "/notes/kladde/slet"));

        Assert.Equal("", amina.Typed("text"));
    }

    [Fact]
    public async Task Emptying_the_field_lets_go_of_it()
    {
        var (amina, c) = await Typing();
        await amina.Open(Case(c));

        Assert.Equal(HttpStatusCode.NoContent, await amina.Browser.SubmitTo("/notes", [("text", "  ")], to: Case(c, "/notes/kladde")));
        await amina.Open(Case(c));

        Assert.Equal("", amina.Typed("text"));
    }

    [Fact]
    public async Task A_CPR_number_is_kept_nowhere()
    {
        var (amina, c) = await Typing();
        await amina.Open(Case(c));

        Assert.Equal(HttpStatusCode.NoContent, await amina.Browser.SubmitTo("/notes", [("text", "Nummer 010203-1234")], to: Case(c, "/notes/kladde")));
        await amina.Open(Case(c));

        Assert.Equal("", amina.Typed("text"));
    }

    [Fact]
    public async Task Erasing_the_person_erases_it()
    {
        var (amina, c) = await Typing();
        await (await hub.SignIn("dpo@nordbo.example")).Post(Session.In(Session.Nordlyset, $"cases/{c}/erasure"));

        await amina.Open(Case(c));

        Assert.Equal("", amina.Typed("text"));
    }

    [Fact]
    public async Task A_flag_that_was_not_finished_waits_too()
    {
        var amina = await SignIn(hub, "boligsocial");
        await amina.Open(Meld);
        await amina.Browser.SubmitTo("/meld", [("category", "stoej"), ("description", Half)], to: $"{Meld}/kladde");

        await amina.Open(Meld);

        Assert.Equal(Half, amina.Typed("description"));
        Assert.Matches("value=\"stoej\"[^>]* checked", amina.Page);
        await amina.Browser.SubmitTo("/meld", [], to: $"{Meld}/kladde/slet");
    }

    private async Task<(Somebody Amina, Guid Case)> Typing()
    {
        var amina = await SignIn(hub, "boligsocial");
        var c = await amina.Api.Flag(beboer: new { name = "Prøve Kladdesen" });
        await amina.Open(Case(c));
        Assert.Equal(HttpStatusCode.OK, await amina.Browser.SubmitTo("/notes", [("text", Half), ("audience", "eget")], to: Case(c, "/notes/kladde")));
        return (amina, c);
    }
}
