using System.Net;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Forms.Somebody;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Forms;

[Collection(SharedServer.Name)]
public sealed class CaseFormTests(HubServer hub)
{
    private static readonly (string, string) Own = ("audience", "eget");

    [Fact]
    public async Task A_note_stands_in_the_story_and_the_field_is_empty_again()
    {
        var (amina, c) = await Mine();

        await amina.Send("/notes", ("text", "Ringede og aftalte besøg."), ("kind", "opkald"), Own);

        Assert.Contains("Ringede og aftalte besøg.", await amina.Story(c));
        Assert.Equal(HttpStatusCode.OK, amina.Browser.Status);
        Assert.Equal("", amina.Typed("text"));
        Assert.Contains("Amina Warsame ringede", amina.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_and_says_why()
    {
        var (amina, c) = await Mine();

        var status = await amina.Send("/notes", ("text", "Hun har nummer 010203-1234."), Own);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.StartsWith("Der står et CPR-nummer i teksten.", amina.Refusal, StringComparison.Ordinal);
        Assert.Equal("Hun har nummer 010203-1234.", amina.Typed("text"));
        Assert.DoesNotContain(await amina.Story(c), t => t?.Contains("010203", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task What_is_missing_is_marked()
    {
        var (amina, _) = await Mine();
        await amina.Open($"{amina.Browser.Location}/handovers");

        var status = await amina.Send("/handovers", ("toKontor", "ejendomskontor"), ("summary", "Fugt i soveværelset"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Fugt i soveværelset", amina.Typed("summary"));
        Assert.Contains("id=\"error-reason\"", amina.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_the_same_form_twice_acts_once()
    {
        var (amina, c) = await Mine();
        await amina.Open(Case(c));
        var fields = new[] { ("text", "Kun én gang."), Own };
        var before = amina.Browser.Page;

        await amina.Send("/notes", fields);
        var again = await amina.Again(before, "/notes", fields);

        Assert.Equal(HttpStatusCode.SeeOther, again);
        Assert.Single(await amina.Story(c), "Kun én gang.");
    }

    [Fact]
    public async Task An_old_form_with_new_words_is_not_mistaken_for_the_first()
    {
        var (amina, c) = await Mine();
        var before = amina.Browser.Page;
        await amina.Send("/notes", ("text", "Første."), Own);

        var status = await amina.Again(before, "/notes", ("text", "Anden."), Own);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        await amina.Send("/notes", ("text", "Anden."), Own);

        Assert.Equal(2, (await amina.Story(c)).Count(t => t is "Første." or "Anden."));
    }

    [Fact]
    public async Task A_form_that_Hub_has_not_shown_does_nothing_and_gives_the_text_back()
    {
        var (amina, c) = await Mine();

        var status = await amina.Browser.SubmitTo("/notes", [("text", "Sendt fra et andet sted"), Own], leaveOut: name => name.StartsWith("__", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Sendt fra et andet sted</textarea>", amina.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sendt fra et andet sted", await amina.Story(c));
    }

    [Fact]
    public async Task Whoever_was_slower_is_told_who_took_it()
    {
        var c = await (await hub.SignIn("ejendom@nordbo.example")).Flag();
        var (amina, lone) = (await SignIn(hub, "boligsocial"), await SignIn(hub, "leder"));
        await amina.Open(Case(c));
        await lone.Open(Case(c));
        await lone.Send("/pickup");

        var status = await amina.Send("/pickup");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.StartsWith("Lone Friis tog sagen", amina.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_a_case_that_has_changed_since_shows_what_is_new_and_keeps_the_choice()
    {
        var (amina, c) = await Mine();
        await amina.Open(Case(c, "/close"));
        await amina.Api.Post(In(Nordlyset, $"cases/{c}/notes"), new { text = "Nyt i mellemtiden.", audience = "eget" });

        var status = await amina.Send("/close", ("outcome", "loest"), ("note", "Alt er godt."));

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains("Nyt i mellemtiden.", amina.Page, StringComparison.Ordinal);
        Assert.Equal("Alt er godt.", amina.Typed("note"));
        Assert.Matches("value=\"loest\"[^>]* checked", amina.Page);
        Assert.Equal(HttpStatusCode.SeeOther, await amina.Send("/close", ("outcome", "loest"), ("note", "Alt er godt.")));
        Assert.Contains("Sagen er lukket: Løst", amina.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_on_a_case_that_was_closed_meanwhile_is_not_lost()
    {
        var (amina, c) = await Mine();
        await amina.Api.Post(In(Nordlyset, $"cases/{c}/close"), new { outcome = "loest" });

        var status = await amina.Send("/notes", ("text", "Hun har ringet igen."), Own);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("Hun har ringet igen.", amina.Typed("text"));
        Assert.Contains("gemt som kladde", amina.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_mine_is_not_there()
    {
        var (_, c) = await Mine();
        var dpo = await SignIn(hub, "dpo");
        var board = await SignIn(hub, "bestyrelse");
        await board.Open(Meld);
        var token = board.Browser;

        Assert.Equal(HttpStatusCode.NotFound, await token.SubmitTo("/meld/emne", [], to: Case(c, "/notes")));
        await dpo.Open(Case(c));
        Assert.DoesNotContain("/notes", dpo.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_beboer_can_and_wants_stands_beside_the_case()
    {
        var (amina, c) = await Mine();
        await amina.Open(Case(c, "/beboer"));

        await amina.Send("/beboer", ("kan", "Handler selv ind."), ("vil", "Gerne ringes op først."), ("ved", "ja"));

        Assert.Contains("Gerne ringes op først.", amina.Page, StringComparison.Ordinal);
        Assert.Equal("ja", (await amina.Api.Get(In(Nordlyset, $"cases/{c}"))).Json["beboeren"]!["ved"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_times_of_a_form_are_the_boligomraades()
    {
        var (amina, c) = await Mine();

        await amina.Send("/notes", ("text", "Var forbi i går."), ("kind", "besoeg"), ("at", "2026-01-15T14:02"), Own);

        var note = (await amina.Api.Get(In(Nordlyset, $"cases/{c}"))).Json["timeline"]!.AsArray().Last(t => t!["text"]?.GetValue<string>() == "Var forbi i går.");
        Assert.StartsWith("2026-01-15T13:02:00", note!["details"]!["happenedAt"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private async Task<(Somebody Amina, Guid Case)> Mine()
    {
        var amina = await SignIn(hub, "boligsocial");
        var c = await amina.Api.Flag();
        await amina.Open(Case(c));
        return (amina, c);
    }
}
