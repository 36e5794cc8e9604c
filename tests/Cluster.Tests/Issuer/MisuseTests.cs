using Hub.Web.Tests.Server;
using static Hub.Cluster.Tests.Issuer.IssuerHub;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>What somebody does who has got hold of a code, a token, another client's name or another address.</summary>
[Collection(IssuerCollection.Name)]
public sealed class MisuseTests(IssuerHub issuer)
{
    private static readonly string Workspace = Session.In(Session.Nordlyset, "workspace");

    [Fact]
    public async Task A_code_that_comes_twice_is_refused_and_ends_what_came_of_it()
    {
        var (client, person, trip) = await OnTheWay();
        await person.Open(trip.Url);
        var back = (await person.Answer())!;
        var said = await client.Finish(trip, back);
        Assert.Equal(200, (await issuer.With(said.Access).Get(Workspace)).Status);

        Assert.Equal("invalid_grant", (await client.Finish(trip, back)).Error);

        Assert.Equal(401, (await issuer.With(said.Access).Get(Workspace)).Status);
        Assert.Equal("invalid_grant", (await client.Refresh(said.Refresh)).Error);
    }

    [Fact]
    public async Task A_code_without_the_word_that_belongs_to_it_is_refused()
    {
        var (client, person, trip) = await OnTheWay();
        await person.Open(trip.Url);

        Assert.Equal("invalid_grant", (await client.Finish(trip, (await person.Answer())!, verifier: new string('x', 43))).Error);
    }

    [Fact]
    public async Task A_code_is_good_at_the_address_that_it_came_to_alone()
    {
        var (client, person, trip) = await OnTheWay();
        await person.Open(trip.Url);

        Assert.Equal("invalid_grant", (await client.Finish(trip, (await person.Answer())!, redirect: "https://app.example/andet")).Error);
    }

    [Theory]
    [InlineData("https://app.example/svar/")]
    [InlineData("https://app.example/svar?mere=1")]
    [InlineData("https://onde.example/svar")]
    [InlineData("http://app.example/svar")]
    public async Task Nobody_is_sent_to_an_address_that_is_not_registered(string address)
    {
        var (client, person, _) = await OnTheWay();
        var trip = await client.Begin(address, [Scope("read")]);

        Assert.Null(await person.Open(trip.Url));
        Assert.Equal(400, (int)person.Last.StatusCode);
        Assert.DoesNotContain("onde.example", person.Last.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_challenge_or_with_a_plain_one_nobody_is_asked()
    {
        var (client, person, _) = await OnTheWay();
        var bare = await client.Begin(Home, [Scope("read")], null, "code_challenge", "code_challenge_method");
        var plain = await client.Begin(Home, [Scope("read")], new { code_challenge_method = "plain" });
        var token = await client.Begin(Home, [Scope("read")], new { response_type = "token" });

        foreach (var trip in new[] { bare, plain, token })
        {
            var back = await person.Open(trip.Url);
            Assert.True(back?.Contains("error=", StringComparison.Ordinal) ?? (int)person.Last.StatusCode == 400, $"{back} {person.Last.StatusCode}");
        }
    }

    [Fact]
    public async Task Another_client_gets_nothing_for_a_code_or_refresh_token()
    {
        var (client, person, trip) = await OnTheWay();
        var (other, _) = await issuer.App(["read"]);
        var thief = await issuer.Client(other);
        await person.Open(trip.Url);
        var back = (await person.Answer())!;

        Assert.Equal("invalid_grant", (await thief.Finish(trip, back)).Error);
        var said = await client.Finish(trip, back);
        Assert.Equal("invalid_grant", (await thief.Refresh(said.Refresh)).Error);
        Assert.True((await client.Refresh(said.Refresh)).Ok);
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_and_one_that_comes_twice_ends_everything()
    {
        var said = await LetIn();
        var renewed = await said.Client.Refresh(said.Said.Refresh);
        Assert.True(renewed.Ok);
        Assert.NotEqual(said.Said.Refresh, renewed.Refresh);

        Assert.Equal("invalid_grant", (await said.Client.Refresh(said.Said.Refresh)).Error);

        Assert.Equal("invalid_grant", (await said.Client.Refresh(renewed.Refresh)).Error);
        Assert.Equal(401, (await issuer.With(renewed.Access).Get(Workspace)).Status);
    }

    [Fact]
    public async Task A_refresh_token_that_is_given_back_takes_the_access_token_with_it()
    {
        var said = await LetIn();
        await said.Client.Revoke(said.Said.Refresh);

        Assert.Equal("invalid_grant", (await said.Client.Refresh(said.Said.Refresh)).Error);
        Assert.Equal(401, (await issuer.With(said.Said.Access).Get(Workspace)).Status);
        Assert.False((await said.Client.Introspect(said.Said.Access)).Answer["active"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("dk.eksempel.app:/svar", "dk.eksempel.app:/svar")]
    [InlineData("http://127.0.0.1/svar", "http://127.0.0.1:49152/svar")]
    public async Task Whoever_goes_by_the_name_of_an_app_on_a_phone_gets_nothing_in_silence(string listed, string home)
    {
        var (registered, _) = await issuer.App(["read"], "mobil", home: listed);
        var (client, person) = (await issuer.Client(registered), await issuer.Person("ejendom@nordbo"));
        Assert.True((await person.LetInAt(home, client, Scope("read"), "offline_access")).Ok);

        var silent = await client.Begin(home, [Scope("read"), "offline_access"], new { prompt = "none" });

        Assert.Contains("error=consent_required", await person.Open(silent.Url), StringComparison.Ordinal);
        Assert.True((await person.LetInAt(home, client, Scope("read"))).Ok);
    }

    [Fact]
    public async Task A_client_that_is_shut_out_is_nobody_anywhere()
    {
        var (registered, page) = await issuer.App(["read"]);
        var client = await issuer.Client(registered);
        var person = await issuer.Person("ejendom@nordbo");
        var said = await person.LetIn(client, "offline_access", Scope("read"));
        await page.Press(registered, "luk");

        Assert.Equal(401, (await issuer.With(said.Access).Get(Workspace)).Status);
        Assert.Equal("invalid_client", (await client.Refresh(said.Refresh)).Error);
        Assert.Null(await person.Open((await client.Begin(Home, [Scope("read")])).Url));
        Assert.Equal(400, (int)person.Last.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_the_page_did_not_give_lets_nobody_in()
    {
        var (_, person, trip) = await OnTheWay();
        await person.Open(trip.Url);

        Assert.Null(await person.Answer("ja", leaveOut: name => name == "__RequestVerificationToken"));
        Assert.Equal(400, (int)person.Last.StatusCode);
    }

    [Fact]
    public async Task Who_has_not_signed_in_does_so_first_and_an_apps_own_token_lets_in_no_other()
    {
        var (_, _, trip) = await OnTheWay();
        var anonymous = issuer.Hub.Anonymous();
        var app = issuer.With((await LetIn()).Said.Access);
        var bearer = await issuer.Hub.SignIn("ejendom@nordbo.example");

        foreach (var session in new[] { anonymous, app, bearer })
        {
            using var answer = await session.Client.GetAsync(new Uri(trip.Url).PathAndQuery);
            Assert.StartsWith("/login?til=", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/oauth/token")]
    [InlineData("/oauth/revoke")]
    [InlineData("/oauth/introspect")]
    [InlineData("/oauth/authorize")]
    public async Task What_cannot_be_read_is_refused_and_breaks_nothing(string path)
    {
        var anybody = issuer.Hub.Anonymous();
        const string form = "application/x-www-form-urlencoded";

        Assert.Equal(400, (await anybody.PostRaw(path, string.Join('&', Enumerable.Range(0, 2000).Select(i => $"a{i}=1")), form)).Status);
        Assert.Equal(400, (await anybody.PostRaw(path, "grant_type=client_credentials&client_id=%00&client_secret=x", form)).Status);
        Assert.Equal(400, (await anybody.PostRaw(path, "grant_type=%FF&client_id=x", form)).Status);
        Assert.Equal(400, (await anybody.PostRaw(path, "{}")).Status);
        Assert.Equal(400, (await anybody.Get($"{path}?client_id=%00&response_type=code")).Status);
    }

    private async Task<(OidcClient Client, Person Person, Trip Trip)> OnTheWay()
    {
        var (registered, _) = await issuer.App(["read"]);
        var client = await issuer.Client(registered);
        return (client, await issuer.Person("ejendom@nordbo"), await client.Begin(Home, [Scope("read"), "offline_access"]));
    }

    private async Task<(OidcClient Client, Said Said)> LetIn()
    {
        var (client, person, trip) = await OnTheWay();
        await person.Open(trip.Url);
        return (client, await client.Finish(trip, (await person.Answer())!));
    }
}
