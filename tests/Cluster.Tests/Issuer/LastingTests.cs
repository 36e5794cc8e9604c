using Hub.Web.Demo;
using Hub.Web.Tests.Live;
using Hub.Web.Tests.Server;
using static Hub.Cluster.Tests.Issuer.IssuerHub;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>What a person has let an app do lasts as long as they want, as they are there, and as their sign-in of the app counts.</summary>
[Collection(IssuerCollection.Name)]
public sealed class LastingTests(IssuerHub issuer)
{
    private static readonly string Workspace = Session.In(Session.Nordlyset, "workspace");

    [Fact]
    public async Task Said_yes_once_the_page_says_so_and_an_app_that_asks_nobody_is_answered()
    {
        var (client, person) = await Ready();
        await person.LetIn(client, Scope("read"));

        await person.Open((await client.Begin(Home, [Scope("read")])).Url);
        Assert.Contains("sagt ja til Viceværtens app før", person.Page, StringComparison.Ordinal);

        var silent = await client.Begin(Home, [Scope("read")], new { prompt = "none" });
        Assert.True((await client.Finish(silent, (await person.Open(silent.Url))!)).Ok);
        var more = await client.Begin(Home, [Scope("read"), Scope("flag")], new { prompt = "none" });
        Assert.Contains("error=consent_required", await person.Open(more.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_asks_nobody_is_told_that_nobody_has_signed_in()
    {
        var (client, _) = await Ready();
        var silent = await client.Begin(Home, [Scope("read")], new { prompt = "none" });
        using var answer = await issuer.Hub.Anonymous().Client.GetAsync(new Uri(silent.Url).PathAndQuery);

        Assert.Contains("error=login_required", answer.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_sees_their_apps_on_their_profile_and_takes_a_yes_back()
    {
        var (registered, _) = await issuer.App(["read"]);
        var (client, person) = (await issuer.Client(registered), await issuer.Person("ejendom@nordbo"));
        var said = await person.LetIn(client, "offline_access", Scope("read"));
        Assert.Contains("Viceværtens app", await person.Browser.Open("/profil"), StringComparison.Ordinal);

        await person.Browser.SubmitTo($"/profil/apps/{Guid.ParseExact(registered.Id["hub-".Length..], "N")}/slut", []);

        Assert.Equal(401, (await issuer.With(said.Access).Get(Workspace)).Status);
        Assert.Equal("invalid_grant", (await client.Refresh(said.Refresh)).Error);
        var silent = await client.Begin(Home, [Scope("read")], new { prompt = "none" });
        Assert.Contains("error=consent_required", await person.Open(silent.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_back_what_another_has_said()
    {
        var (registered, _) = await issuer.App(["read"]);
        var client = await issuer.Client(registered);
        var said = await (await issuer.Person("ejendomsleder@nordbo")).LetIn(client, Scope("read"));
        var other = await issuer.Person("ejendom@nordbo");

        var id = Guid.ParseExact(registered.Id["hub-".Length..], "N");
        await other.Browser.Post($"/profil/apps/{id}/slut", [await other.Browser.FormToken()]);

        Assert.Equal(200, (await issuer.With(said.Access).Get(Workspace)).Status);
    }

    [Fact]
    public async Task Signed_out_on_the_profile_the_app_is_nobody_at_once()
    {
        var (client, person) = await Ready();
        var said = await person.LetIn(client, "offline_access", Scope("read"));
        Assert.Contains("App, der handler for dig", await person.Browser.Open("/profil"), StringComparison.Ordinal);

        await person.Browser.SubmitTo("/profil/sessioner/slut", []);

        Assert.Equal(401, (await issuer.With(said.Access).Get(Workspace)).Status);
        Assert.Equal("invalid_grant", (await client.Refresh(said.Refresh)).Error);
        Assert.False((await client.Introspect(said.Access)).Answer["active"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_code_of_somebody_who_has_signed_out_meanwhile_is_worth_nothing()
    {
        var (client, person) = await Ready();
        var trip = await client.Begin(Home, [Scope("read")]);
        await person.Open(trip.Url);
        var back = (await person.Answer())!;
        await person.Browser.Open("/profil");
        await person.Browser.SubmitTo("/logout", []);

        Assert.Equal("invalid_grant", (await client.Finish(trip, back)).Error);
    }

    [Fact]
    public async Task Taken_out_of_the_area_the_person_has_no_app_there_either()
    {
        var (client, person) = await Ready("boligsocial2@nordbo");
        var scope = Scope("read", Session.Havnegaarden, "boligsocialtKontor");
        var said = await person.LetIn(client, "offline_access", scope);
        var admin = await issuer.Hub.SignIn("admin@nordbo.example");
        var member = Session.In(Session.Havnegaarden, $"members/{DemoIds.User("boligsocial2@nordbo.example")}");
        Assert.Equal(200, (await issuer.With(said.Access).Get(Session.In(Session.Havnegaarden, "workspace"))).Status);

        Assert.Equal(200, (await admin.Delete(member)).Status);

        Assert.Equal(404, (await issuer.With(said.Access).Get(Session.In(Session.Havnegaarden, "workspace"))).Status);
        Assert.Equal("invalid_grant", (await client.Refresh(said.Refresh)).Error);
        await admin.Put(member, new { kontor = "boligsocialtKontor", role = "medarbejder", employer = "kommune" });
    }

    [Fact]
    public async Task It_is_told_what_happens_and_cut_off_when_it_gives_its_token_back()
    {
        var (client, person) = await Ready();
        var said = await person.LetIn(client, "offline_access", Scope("read"));
        await using var live = new LiveClients(issuer.Hub);
        var app = await live.Connect(issuer.With(said.Access), "app", tokenInUrl: true);
        await app.Watch(Session.Nordlyset, "", 0);
        await (await issuer.Hub.SignIn("ejendom@nordbo.example")).Flag("stoej");
        await app.Next("changed");

        await client.Revoke(said.Refresh);

        await app.Next("closed");
    }

    [Fact]
    public async Task A_system_without_leave_to_read_watches_nothing_and_with_it_is_told()
    {
        await using var live = new LiveClients(issuer.Hub);
        var (reads, _) = await issuer.System(["read"]);
        var (flags, _) = await issuer.System(["flag"]);
        var reader = await live.Connect(issuer.With((await (await issuer.Client(reads)).Credentials()).Access), "reads");
        var flagger = await live.Connect(issuer.With((await (await issuer.Client(flags)).Credentials()).Access), "flags");

        await reader.Watch(Session.Nordlyset, "", 0);
        await reader.Next("resync");
        await Assert.ThrowsAnyAsync<Exception>(() => flagger.Watch(Session.Nordlyset, "", 0));
    }

    private async Task<(OidcClient Client, Person Person)> Ready(string who = "ejendom@nordbo")
    {
        var (registered, _) = await issuer.App(["read", "flag"]);
        return (await issuer.Client(registered), await issuer.Person(who));
    }
}
