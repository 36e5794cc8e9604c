using Hub.Web.Tests.Server;
using static Hub.Cluster.Tests.Issuer.IssuerHub;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>An app that acts for a person who let it in: what the person may, as far as the app's leave goes, for as long as both last.</summary>
[Collection(IssuerCollection.Name)]
public sealed class AppTests(IssuerHub issuer)
{
    private static readonly object Worry = new { category = "stoej", description = "Der er høj musik om natten." };

    private static readonly string Workspace = Session.In(Session.Nordlyset, "workspace");

    [Fact]
    public async Task With_all_leave_it_reads_flags_and_acts_as_the_person_and_is_the_person_in_the_log()
    {
        var (registered, _) = await issuer.App(["read", "flag", "manage"]);
        var client = await issuer.Client(registered);
        var person = await issuer.Person("ejendom@nordbo");
        var said = await person.LetIn(client, "openid", "offline_access", Scope("read"), Scope("flag"), Scope("manage"));
        var app = issuer.With(said.Access);

        var flagged = await app.Post(Session.In(Session.Nordlyset, "flags"), Worry);
        var path = Session.In(Session.Nordlyset, $"cases/{flagged.Id("caseId")}");
        var picked = await app.Post($"{path}/pickup");
        var seen = await app.Get(path);
        var me = await app.Get("/api/v1/me");

        Assert.Equal((201, 200), (flagged.Status, picked.Status));
        Assert.Equal(me.Id("userId"), seen.Id("assignee"));
        Assert.Equal(me.Id("userId").ToString(), said.Answer["claims"]?["sub"]?.GetValue<string>() ?? said.Claims["sub"]!.GetValue<string>());
        Assert.Single(me.Json["memberships"]!.AsArray());
    }

    [Fact]
    public async Task With_leave_to_read_alone_it_neither_flags_nor_acts_though_the_person_may()
    {
        var flagged = await (await issuer.Hub.SignIn("ejendom@nordbo.example")).Post(Session.In(Session.Nordlyset, "flags"), Worry);
        var (registered, _) = await issuer.App(["read", "flag", "manage"]);
        var app = issuer.With((await (await issuer.Person("ejendom@nordbo")).LetIn(await issuer.Client(registered), Scope("read"))).Access);
        var path = Session.In(Session.Nordlyset, $"cases/{flagged.Id("caseId")}");

        Assert.Equal(200, (await app.Get(path)).Status);
        Assert.Equal((403, "not_allowed"), Told(await app.Post(Session.In(Session.Nordlyset, "flags"), Worry)));
        Assert.Equal((403, "not_allowed"), Told(await app.Post($"{path}/pickup")));
        Assert.Equal((403, "not_allowed"), Told(await app.Post(Session.In(Session.Nordlyset, "matters"), new { title = "x", text = "x" })));
    }

    [Fact]
    public async Task It_is_shown_the_name_that_its_person_is_shown_and_the_access_log_says_that_the_person_was()
    {
        var flagged = await (await issuer.Hub.SignIn("ejendom@nordbo.example")).Post(
            Session.In(Session.Nordlyset, "flags"), new { category = "stoej", description = "Der er høj musik om natten.", beboer = new { name = "Valborg Kragelund" } });
        var (registered, _) = await issuer.App(["read"]);
        var app = issuer.With((await (await issuer.Person("ejendom@nordbo")).LetIn(await issuer.Client(registered))).Access);

        var seen = await app.Get(Session.In(Session.Nordlyset, $"cases/{flagged.Id("caseId")}"));
        var log = await (await issuer.Hub.SignIn("dpo@nordbo.example")).Get(Session.In(Session.Nordlyset, $"access-log?case={flagged.Id("caseId")}"));

        Assert.Contains("Kragelund", seen.Body, StringComparison.Ordinal);
        var me = (await app.Get("/api/v1/me")).Id("userId");
        Assert.Contains(log.Json["rows"]!.AsArray(), row => row!["userId"]!.GetValue<Guid>() == me);
    }

    [Fact]
    public async Task With_leave_to_flag_alone_it_reads_nothing()
    {
        var (registered, _) = await issuer.App(["flag"]);
        var app = issuer.With((await (await issuer.Person("ejendom@nordbo")).LetIn(await issuer.Client(registered))).Access);

        var flagged = await app.Post(Session.In(Session.Nordlyset, "flags"), Worry);

        Assert.Equal(201, flagged.Status);
        Assert.Equal((403, "not_allowed"), Told(await app.Get(Workspace)));
        Assert.Equal((403, "not_allowed"), Told(await app.Get(Session.In(Session.Nordlyset, $"cases/{flagged.Id("caseId")}"))));
    }

    [Fact]
    public async Task It_is_given_what_the_person_is_and_what_is_not_theirs_is_left_out()
    {
        var (registered, _) = await issuer.App(["read"]);
        var client = await issuer.Client(registered);
        var person = await issuer.Person("boligsocial2@nordbo");

        // Of the two areas the person works in one, and for another office than the one that is asked for as well.
        var mine = Scope("read", Session.Havnegaarden, "boligsocialtKontor");
        var said = await person.LetIn(client, mine, Scope("read", Session.Nordlyset, "boligsocialtKontor"), Scope("read", Session.Havnegaarden));

        Assert.Equal([mine], said.Scopes);
        Assert.Equal(200, (await issuer.With(said.Access).Get(Session.In(Session.Havnegaarden, "workspace"))).Status);
        Assert.Equal(404, (await issuer.With(said.Access).Get(Workspace)).Status);
    }

    [Fact]
    public async Task A_scope_for_an_area_in_which_the_person_is_nothing_is_refused()
    {
        var (registered, _) = await issuer.App(["read"]);
        var trip = await (await issuer.Client(registered)).Begin(Home, [Scope("read", Session.Nordlyset, "boligsocialtKontor")]);

        Assert.Contains("error=invalid_scope", await (await issuer.Person("boligsocial2@nordbo")).Open(trip.Url), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hub:read:sydbo/{1}/ejendomskontor")]
    [InlineData("hub:manage:nordbo/{0}/ejendomskontor")]
    [InlineData("hub:identity:nordbo/{0}/ejendomskontor")]
    [InlineData("everything")]
    public async Task A_scope_of_another_boligorganisation_or_of_more_than_the_app_may_is_refused(string scope)
    {
        var (registered, _) = await issuer.App(["read", "flag"]);
        var trip = await (await issuer.Client(registered)).Begin(Home, [string.Format(null, scope, Session.Nordlyset, Session.Soenderparken)]);

        Assert.Contains("error=invalid_scope", await (await issuer.Person("ejendom@nordbo")).Open(trip.Url), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("admin@nordbo")]
    [InlineData("dpo@nordbo")]
    [InlineData("ejendom@sydbo")]
    public async Task Who_belongs_to_no_office_of_the_boligorganisation_can_let_it_do_nothing(string who)
    {
        var (registered, _) = await issuer.App(["read"]);
        var trip = await (await issuer.Client(registered)).Begin(Home, ["offline_access"]);

        Assert.Contains("error=access_denied", await (await issuer.Person(who)).Open(trip.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_no_lets_nothing_in()
    {
        var (registered, _) = await issuer.App(["read"]);
        var trip = await (await issuer.Client(registered)).Begin(Home, [Scope("read")]);
        var person = await issuer.Person("ejendom@nordbo");
        await person.Open(trip.Url);

        Assert.Contains("error=access_denied", await person.Answer("nej"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_on_a_phone_keeps_no_secret_and_is_answered_at_its_own_scheme()
    {
        var (registered, _) = await issuer.App(["read"], "mobil", home: "dk.eksempel.app:/svar");
        var client = await issuer.Client(registered);
        var person = await issuer.Person("ejendom@nordbo");
        var trip = await client.Begin("dk.eksempel.app:/svar", [Scope("read"), "offline_access"]);
        await person.Open(trip.Url);

        var said = await client.Finish(trip, (await person.Answer())!);

        Assert.Null(registered.Secret);
        Assert.Equal(200, (await issuer.With(said.Access).Get(Workspace)).Status);
        Assert.True((await client.Refresh(said.Refresh)).Ok);
    }

    [Fact]
    public async Task Nobody_sets_up_a_boligorganisation_through_an_app()
    {
        var (registered, _) = await issuer.App(["read", "flag", "manage"]);
        var app = issuer.With((await (await issuer.Person("leder@nordbo")).LetIn(await issuer.Client(registered))).Access);

        Assert.Equal((403, "not_allowed"), Told(await app.Put(Session.In(Session.Nordlyset, "settings"), new { dutyPhone = "70 10 20 30" })));
        Assert.Equal((403, "not_allowed"), Told(await app.Delete(Session.In(Session.Nordlyset, $"members/{Guid.NewGuid()}"))));
    }

    [Fact]
    public async Task Its_token_opens_no_page()
    {
        var (registered, _) = await issuer.App(["read", "flag", "manage"]);
        var app = issuer.With((await (await issuer.Person("ejendom@nordbo")).LetIn(await issuer.Client(registered))).Access);

        Assert.NotEqual(200, (await app.Get("/profil")).Status);
        Assert.NotEqual(200, (await app.Get($"/omraader/{Session.Nordlyset}")).Status);
    }

    [Fact]
    public async Task Only_the_access_token_opens_the_API()
    {
        var (registered, _) = await issuer.App(["read"]);
        var said = await (await issuer.Person("ejendom@nordbo")).LetIn(await issuer.Client(registered), "openid", "offline_access", Scope("read"));

        Assert.Equal(200, (await issuer.With(said.Access).Get(Workspace)).Status);
        Assert.Equal(401, (await issuer.With(said.Identity).Get(Workspace)).Status);
        Assert.Equal(401, (await issuer.With(said.Refresh).Get(Workspace)).Status);
    }

    private static (int, string?) Told(Reply reply) => (reply.Status, reply.Code);
}
