using System.Net;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Forms.Somebody;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Forms;

/// <summary>A double click, the back button, an answer that got lost: the same form comes twice and acts once. On a server of its own, whose log nobody else moves.</summary>
public sealed partial class ResendTests(HubServer hub) : IClassFixture<HubServer>
{
    private static readonly (string, string)[] Worry = [("category", "mistrivsel"), ("severity", "mellem"), ("description", "Gardinerne er nede hele dagen.")];

    private readonly HashSet<string> sent = [];

    [Fact]
    public async Task Every_form_that_is_sent_twice_acts_once()
    {
        var (jens, amina, board) = (await SignIn(hub, "ejendom"), await SignIn(hub, "boligsocial"), await SignIn(hub, "bestyrelse"));
        await OfACase(jens, amina);
        await OfAHandover(jens, amina);
        await OfAMatter(jens, board);

        var forms = File.ReadLines("Endpoints.approved.txt").Select(l => FormLine().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value.Replace(":guid", "", StringComparison.Ordinal))
            .Where(f => !f.Contains("kladde", StringComparison.Ordinal) && f != "meld/videre" && !OfTheBeboersRights().IsMatch(f));
        Assert.Empty(forms.Except(sent));
    }

    [Fact]
    public async Task A_draft_that_is_kept_after_its_form_was_sent_raises_no_second_case()
    {
        var jens = await SignIn(hub, "ejendom");
        await jens.Open(Meld);
        var form = jens.Browser.Page;
        await jens.Send("/meld", Worry);
        var (receipt, before) = (jens.Browser.Location, await Seq(jens));
        jens.Browser.GoBackTo(form);
        await jens.Browser.SubmitTo("/meld", Worry, to: $"{Meld}/kladde");

        await jens.Open(Meld);
        Assert.Equal(Worry[2].Item2, jens.Typed("description"));
        await jens.Send("/meld", Worry);

        Assert.Equal(receipt, jens.Browser.Location);
        Assert.Equal(before, await Seq(jens));
        await jens.Open(Meld);
        Assert.Equal("", jens.Typed("description"));
    }

    [Fact]
    public async Task What_is_begun_at_another_screen_is_still_kept_when_this_one_is_sent()
    {
        var jens = await SignIn(hub, "ejendom");
        var first = await jens.Open(Meld);
        await jens.Open(Meld);
        await jens.Browser.SubmitTo("/meld", [Worry[0], ("description", "Begyndt på telefonen")], to: $"{Meld}/kladde");

        await jens.Again(first, "/meld", Worry);

        await jens.Open(Meld);
        Assert.Equal("Begyndt på telefonen", jens.Typed("description"));
        await jens.Browser.SubmitTo("/meld", [], to: $"{Meld}/kladde/slet");
    }

    [Fact]
    public async Task Words_that_came_too_late_for_their_key_are_kept_under_a_new_one()
    {
        var jens = await SignIn(hub, "ejendom");
        var form = await jens.Open(Meld);
        await jens.Send("/meld", Worry);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await jens.Again(form, "/meld", [.. Worry[..2], ("description", "Noget andet.")]));
        await jens.Open(Meld);

        Assert.Equal("Noget andet.", jens.Typed("description"));
        Assert.Equal(HttpStatusCode.SeeOther, await jens.Send("/meld", [.. Worry[..2], ("description", "Noget andet.")]));
    }

    private async Task OfACase(Somebody jens, Somebody amina)
    {
        var key = NewKey();
        await Twice(jens, "meld/", "", Worry, key);
        await Twice(jens, "meld/{k}/calls", key, [("called", "andre")]);
        await Twice(jens, "meld/{k}/underretning", key, []);
        var (c, other) = (await jens.Api.Flag(beboer: new { name = "Prøve Beboersen" }), await amina.Api.Flag());
        await Twice(amina, "sager/{c}/pickup", c, []);
        await Twice(amina, "sager/{c}/ask-flagger", c, []);
        await Twice(amina, "sager/{c}/beboer", c, [("kan", "Handler selv ind.")]);
        await Twice(amina, "sager/{c}/notes", c, [("text", "Kun én gang."), ("audience", "eget")]);
        await Twice(jens, "sager/{c}/calls", c, [("called", "andre"), ("at", Now)]);
        await Twice(jens, "sager/{c}/underretning", c, [("at", Now)]);
        await Twice(jens, "sager/{c}/legal-basis", c, [("kind", "samtykke"), ("form", "mundtligt"), ("recipients", "boligsocialtKontor")]);
        await Twice(amina, "sager/{c}/disclosures", c, [("modtager", "Kommunen"), ("hvad", "Et navn"), ("legalBasis", "samtykke"), ("at", Now)]);
        await Twice(amina, "sager/{c}/legal-basis/withdraw", c, []);
        await Twice(amina, "sager/{c}/unseal", c, [("kind", "fareForLiv"), ("reason", "Ingen svar i en uge.")]);
        await Twice(amina, "sager/{c}/links", c, [("caseId", $"{other}"), ("kind", "sammePerson")]);
        await Twice(amina, "sager/{c}/tasks", c, [("title", "Ring igen"), ("kontor", "boligsocialtKontor")]);
        var task = (await amina.Api.Get(In(Nordlyset, "workspace"))).Json["tasks"]!.AsArray().First(t => t!["title"]!.GetValue<string>() == "Ring igen")!["taskId"]!.GetValue<Guid>();
        await Twice(amina, "sager/{c}/tasks/{t}/complete", c, [], t: task);
        await Twice(amina, "sager/{c}/tasks/{t}/reopen", c, [], t: task);
        await Twice(amina, "opgaver/{t}/complete", c, [], t: task);
        // Rights come before the receipt, and who has given a case away may not give it again: a leder may.
        var lone = await SignIn(hub, "leder");
        await Twice(lone, "sager/{c}/assign", c, [("userId", $"{(await lone.Api.Get("/api/v1/me")).Id("userId")}")]);
        await Twice(amina, "sager/{c}/close", c, [("outcome", "loest")]);
        await Twice(amina, "sager/{c}/reopen", c, [("reason", "Det begyndte igen.")]);
    }

    private async Task OfAHandover(Somebody jens, Somebody amina)
    {
        var c = await jens.Api.Flag();
        await amina.Api.Post(In(Nordlyset, $"cases/{c}/pickup"));
        foreach (var (who, answer, fields) in new (Somebody, string, (string, string)[])[]
        {
            (amina, "sager/{c}/handovers/{h}/withdraw", []), (amina, "overdragelser/{h}/withdraw", []),
            (jens, "sager/{c}/handovers/{h}/decline", [("reason", "Det er ikke vores.")]), (jens, "overdragelser/{h}/decline", [("reason", "Det er ikke vores.")]),
            (jens, "sager/{c}/handovers/{h}/accept", []),
        })
        {
            await Twice(amina, "sager/{c}/handovers", c, [("toKontor", "ejendomskontor"), ("reason", "Det hører til hos jer"), ("summary", "Fugt i soveværelset")]);
            var asked = (await amina.Api.Get(In(Nordlyset, "workspace"))).Json["handovers"]!.AsArray().Last(h => h!["caseId"]!.GetValue<Guid>() == c && h["status"]!.GetValue<string>() == "afventer")!;
            await Twice(who, answer, c, fields, h: asked["handoverId"]!.GetValue<Guid>());
        }
    }

    private async Task OfAMatter(Somebody jens, Somebody board)
    {
        (string, string)[] lamp = [("title", "Lys på stien"), ("text", "To lamper er gået."), ("toKontor", "ejendomskontor")];
        await Twice(board, "meld/emne", "", lamp);
        await Twice(board, "emner/nyt", "", lamp);
        var m = (await jens.Api.Post(In(Nordlyset, "matters"), new { title = "Porten", text = "Den lukker ikke", toKontor = "bestyrelseskontor" })).Id("matterId");
        await Twice(board, "emner/{m}/notes", m, [("text", "Stadig.")]);
        await Twice(board, "emner/{m}/agenda", m, [("date", DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd"))]);
        await Twice(board, "emner/{m}/decide", m, [("text", "Ja.")]);
        await Twice(board, "emner/{m}/close", m, [("outcome", "loest")]);
        await Twice(board, "emner/{m}/reopen", m, []);
    }

    private async Task Twice(Somebody who, string form, object id, (string, string)[] fields, string? key = null, Guid? h = null, Guid? t = null)
    {
        var address = $"/omraader/{Nordlyset}/" + Id().Replace(form.TrimEnd('/'), $"{id}").Replace("{h}", $"{h}", StringComparison.Ordinal).Replace("{t}", $"{t}", StringComparison.Ordinal);
        var token = Token().Match(await who.Open("/profil")).Groups[1].Value;
        (string, string)[] all = [("__RequestVerificationToken", token), ("commandId", key ?? NewKey()), .. fields];

        var before = await Seq(who);
        var first = await who.Browser.Send(address, all);
        Assert.True(first == HttpStatusCode.SeeOther, $"{form} is {first}: {who.Refusal}");
        var (landed, after) = (who.Browser.Location, await Seq(who));
        var again = await who.Browser.Send(address, all);

        Assert.True(after > before, $"{form} did nothing.");
        Assert.Equal((form, HttpStatusCode.SeeOther, landed, after), (form, again, who.Browser.Location, await Seq(who)));
        sent.Add(form);
    }

    private static string Now { get; } = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm");

    private static async Task<long> Seq(Somebody who) => (await who.Api.Get(In(Nordlyset, "workspace"))).Seq;

    [GeneratedRegex(@"^POST +/omraader/\{o:guid\}/(.*?)  SignedIn$")]
    private static partial Regex FormLine();

    /// <summary>Their own tests send them; they go through the same FormCall.</summary>
    [GeneratedRegex("anmodninger|texts|persons|restriction|hold|unseals")]
    private static partial Regex OfTheBeboersRights();

    [GeneratedRegex(@"\{[ckm]\}")]
    private static partial Regex Id();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
