using Hub.Web.Tests.Server;
using static Hub.Cluster.Tests.Issuer.IssuerHub;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>Another system with tokens of Hub's own issuer: the same as with another issuer's, and gone as soon as its boligorganisation says so.</summary>
[Collection(IssuerCollection.Name)]
public sealed class SystemClientTests(IssuerHub issuer)
{
    private static readonly object Worry = new { category = "andet", description = "Lampen er gået i opgangen.", beboer = new { name = "Valborg Kragelund" } };

    private static readonly string Workspace = Session.In(Session.Nordlyset, "workspace");

    [Fact]
    public async Task It_reads_and_flags_as_far_as_it_is_registered_and_never_sees_a_name()
    {
        var (registered, _) = await issuer.System(["read", "flag"]);
        var client = await issuer.Client(registered);
        var said = await client.Credentials();
        var system = issuer.With(said.Access);

        var flagged = await system.Post(Session.In(Session.Nordlyset, "flags"), Worry);
        var seen = await system.Get(Session.In(Session.Nordlyset, $"cases/{flagged.Id("caseId")}"));

        Assert.Equal([Scope("flag"), Scope("read")], said.Scopes.Order(StringComparer.Ordinal));
        Assert.Equal((201, 200), (flagged.Status, seen.Status));
        Assert.True(seen.Json["namesSealed"]!.GetValue<bool>());
        Assert.DoesNotContain("Kragelund", seen.Body, StringComparison.Ordinal);
        Assert.Equal("Driftssystem", seen.Json["names"]![seen.Json["flaggedBy"]!.GetValue<string>()]!.GetValue<string>());
        Assert.Equal(403, (await system.Post(Session.In(Session.Nordlyset, $"cases/{flagged.Id("caseId")}/pickup"))).Status);
    }

    [Fact]
    public async Task It_is_given_what_it_asks_for_of_that_and_no_more()
    {
        var (registered, _) = await issuer.System(["read", "flag"]);
        var client = await issuer.Client(registered);

        var said = await client.Credentials(Scope("read"));

        Assert.Equal([Scope("read")], said.Scopes);
        Assert.Equal(403, (await issuer.With(said.Access).Post(Session.In(Session.Nordlyset, "flags"), Worry)).Status);
        Assert.Equal(404, (await issuer.With(said.Access).Get(Session.In(Session.Havnegaarden, "workspace"))).Status);
    }

    [Theory]
    [InlineData("hub:read:sydbo/{1}/ejendomskontor")]
    [InlineData("hub:read:sydbo/{0}/ejendomskontor")]
    [InlineData("hub:read:nordbo/{1}/ejendomskontor")]
    [InlineData("hub:read:nordbo/{0}/boligsocialtKontor")]
    [InlineData("hub:flag:nordbo/{0}/ejendomskontor")]
    [InlineData("hub:manage:nordbo/{0}/ejendomskontor")]
    [InlineData("hub:identity:nordbo/{0}/ejendomskontor")]
    [InlineData("hub:read:nordbo/{0}/ejendomskontor hub:read:sydbo/{1}/ejendomskontor")]
    [InlineData("everything")]
    public async Task A_scope_of_another_boligorganisation_area_or_office_or_of_more_than_it_may_is_refused(string scope)
    {
        var (registered, _) = await issuer.System(["read"]);
        var client = await issuer.Client(registered);

        Assert.Equal("invalid_scope", (await client.Credentials(string.Format(null, scope, Session.Nordlyset, Session.Soenderparken))).Error);
    }

    [Fact]
    public async Task A_wrong_secret_is_nobodys_and_another_clients_token_is_not_its_to_ask_about()
    {
        var (registered, _) = await issuer.System(["read"]);
        var (other, _) = await issuer.System(["read"]);
        var client = await issuer.Client(registered);
        var stranger = await issuer.Client(other);
        var thief = await issuer.Client(registered with { Secret = other.Secret });
        var token = (await client.Credentials()).Access;

        Assert.Equal("invalid_client", (await thief.Credentials()).Error);
        Assert.True((await client.Introspect(token)).Answer["active"]!.GetValue<bool>());
        var asked = await stranger.Introspect(token);
        Assert.False(asked.Ok && asked.Answer["active"]!.GetValue<bool>());
        await stranger.Revoke(token);
        Assert.Equal(200, (await issuer.With(token).Get(Workspace)).Status);
    }

    [Fact]
    public async Task A_token_that_is_given_back_is_refused_at_the_next_call()
    {
        var (registered, _) = await issuer.System(["read"]);
        var client = await issuer.Client(registered);
        var token = (await client.Credentials()).Access;
        Assert.Equal(200, (await issuer.With(token).Get(Workspace)).Status);

        Assert.True((await client.Revoke(token)).Ok);

        Assert.Equal(401, (await issuer.With(token).Get(Workspace)).Status);
        Assert.False((await client.Introspect(token)).Answer["active"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Shut_out_it_is_nobody_at_once_and_let_in_again_it_comes_with_the_same_secret()
    {
        var (registered, page) = await issuer.System(["read"]);
        var client = await issuer.Client(registered);
        var token = (await client.Credentials()).Access;

        await page.Press(registered, "luk");
        Assert.Equal(401, (await issuer.With(token).Get(Workspace)).Status);
        Assert.Equal("invalid_client", (await client.Credentials()).Error);

        await page.Press(registered, "aabn");
        Assert.Equal(401, (await issuer.With(token).Get(Workspace)).Status);
        Assert.Equal(200, (await issuer.With((await client.Credentials()).Access).Get(Workspace)).Status);
    }

    [Fact]
    public async Task Another_secret_takes_the_place_of_the_old_one()
    {
        var (registered, page) = await issuer.System(["read"]);
        await page.Press(registered, "hemmelighed");
        var now = page.Shown();
        var old = await issuer.Client(registered);
        var client = await issuer.Client(now);

        Assert.Equal(registered.Id, now.Id);
        Assert.Equal("invalid_client", (await old.Credentials()).Error);
        Assert.True((await client.Credentials()).Ok);
    }

    [Fact]
    public async Task Removed_it_is_not_there_any_more()
    {
        var (registered, page) = await issuer.System(["read"]);
        var client = await issuer.Client(registered);
        var token = (await client.Credentials()).Access;

        await page.Press(registered, "slet");

        Assert.Equal(401, (await issuer.With(token).Get(Workspace)).Status);
        Assert.Equal("invalid_client", (await client.Credentials()).Error);
        Assert.DoesNotContain(registered.Id, await page.Admin.Open(page.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_has_signed_or_nobody_is_refused()
    {
        var (registered, _) = await issuer.System(["read"]);
        var client = await issuer.Client(registered);
        var parts = (await client.Credentials()).Access.Split('.');

        Assert.Equal(401, (await issuer.With($"{parts[0]}.{parts[1]}.{parts[2][..^4]}AAAA").Get(Workspace)).Status);
        Assert.Equal(401, (await issuer.With($"{parts[0]}.{parts[1]}.").Get(Workspace)).Status);
        Assert.Equal(401, (await issuer.With("a.b.c").Get(Workspace)).Status);
    }

    [Fact]
    public async Task The_token_says_whose_it_is_for_whom_and_for_ten_minutes_at_most()
    {
        var (registered, _) = await issuer.System(["read"]);
        var client = await issuer.Client(registered);
        var body = (await client.Credentials()).Claims;

        Assert.Equal((issuer.Hub.Address.AbsoluteUri, new Uri(issuer.Hub.Address, "api").AbsoluteUri), (body["iss"]!.GetValue<string>(), body["aud"]!.GetValue<string>()));
        Assert.InRange(body["exp"]!.GetValue<long>() - body["iat"]!.GetValue<long>(), 1, 600);
    }
}
