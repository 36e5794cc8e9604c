using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Architecture;
using Hub.Web.Tests.Server;
using Microsoft.AspNetCore.Authorization;
using static Hub.Cluster.Tests.Issuer.IssuerHub;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>What the cluster edition answers at besides the default one, and what it says about itself.</summary>
[Collection(IssuerCollection.Name)]
public sealed partial class IssuerEndpointTests(IssuerHub issuer)
{
    /// <summary>Who is let in at each and who is not is asked in AppTests, MisuseTests, LastingTests, SystemClientTests and ClientPageTests.</summary>
    [Fact]
    public void Every_endpoint_that_the_edition_adds_states_who_may_call_it_and_the_list_is_approved()
    {
        var known = Repository.Read("tests/Web.Tests/Endpoints.approved.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var list = Served.Of(issuer.Hub).Select(e =>
            $"{string.Join(',', e.Methods().Order(StringComparer.Ordinal)),-8} {e.Address()}  {(e.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "AllowAnonymous"
                : e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).FirstOrDefault(p => p is not null) ?? "NOTHING")}")
            .Except(known).Order(StringComparer.Ordinal).ToList();

        File.WriteAllLines("Issuer.received.txt", list);
        Assert.DoesNotContain(list, line => line.EndsWith("NOTHING", StringComparison.Ordinal));
        Assert.Equal(File.ReadAllLines("Issuer.approved.txt"), list);
    }

    [Fact]
    public async Task It_says_what_it_does_and_nothing_that_it_does_not()
    {
        var (registered, _) = await issuer.System(["read"]);
        var said = (await issuer.Client(registered)).Metadata;

        Assert.Equal(["authorization_code", "client_credentials", "refresh_token"], Values(said, "grant_types_supported").Order(StringComparer.Ordinal));
        Assert.Equal(["code"], Values(said, "response_types_supported"));
        Assert.Equal(["query"], Values(said, "response_modes_supported"));
        Assert.Equal(["S256"], Values(said, "code_challenge_methods_supported"));
        Assert.Equal(["RS256"], Values(said, "id_token_signing_alg_values_supported"));
    }

    [Fact]
    public async Task The_public_halves_of_its_keys_are_there_and_no_more()
    {
        var keys = JsonNode.Parse((await issuer.Hub.Anonymous().Get("/.well-known/jwks")).Body)!["keys"]!.AsArray();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Equal(["alg", "e", "kid", "kty", "n", "use"], key!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_page_that_asks_lets_its_form_lead_to_the_apps_address_and_no_other_page_does()
    {
        var (registered, _) = await issuer.App(["read"]);
        var person = await issuer.Person("ejendom@nordbo");
        await person.Open((await (await issuer.Client(registered)).Begin(Home, [Scope("read")])).Url);
        var asks = person.Last.Headers.GetValues("Content-Security-Policy").Single();
        using var profile = await person.Browser.Client.GetAsync("/profil");

        Assert.Contains("form-action 'self' https://app.example;", asks, StringComparison.Ordinal);
        Assert.Contains("form-action 'self';", profile.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_code_token_verifier_or_address_reaches_the_log()
    {
        var (registered, _) = await issuer.App(["read"]);
        var client = await issuer.Client(registered);
        var person = await issuer.Person("ejendom@nordbo");
        var trip = await client.Begin(Home, [Scope("read"), "offline_access"]);
        await person.Open(trip.Url);
        var back = (await person.Answer())!;
        var said = await client.Finish(trip, back);
        await client.Finish(trip, back);
        await issuer.With(said.Access).Get(Session.In(Session.Nordlyset, "workspace"));
        var code = Code().Match(back).Groups[1].Value;

        Assert.NotEmpty(issuer.Log.All);
        foreach (var secret in new[] { registered.Secret!, code, said.Access, said.Refresh, trip.State })
        {
            Assert.DoesNotContain(issuer.Log.All, line => line.Text.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Values(JsonNode said, string name) => said[name]!.AsArray().Select(v => v!.GetValue<string>());

    [GeneratedRegex("code=([^&]*)")]
    private static partial Regex Code();
}
