using System.Text.Json.Nodes;
using Hub.Web.Issuer;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Cluster.Tests.Issuer.IssuerHub;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>Keys that change under a server that runs: nobody restarts it, and nothing that was good stops being so.</summary>
[Collection(IssuerCollection.Name)]
public sealed class RunningKeyTests(IssuerHub issuer)
{
    [Fact]
    public async Task A_new_key_is_shown_then_signs_and_what_the_old_one_signed_is_still_believed()
    {
        var (registered, _) = await issuer.App(["read"]);
        var client = await issuer.Client(registered);
        var before = await (await issuer.Person("ejendom@nordbo")).LetIn(client, "offline_access", Scope("read"));
        var known = await Keys();
        Assert.Contains(KeyOf(before), known);

        await GrowOlder(KeySchedule.Serves);
        var shown = (await Keys()).Except(known).Single();
        var meanwhile = await client.Refresh(before.Refresh);
        Assert.NotEqual(shown, KeyOf(meanwhile));

        await GrowOlder(KeySchedule.Shown);
        var after = await client.Refresh(meanwhile.Refresh);

        Assert.Equal(shown, KeyOf(after));
        Assert.Contains(KeyOf(before), await Keys());
        foreach (var said in new[] { before, meanwhile, after })
        {
            Assert.Equal(200, (await issuer.With(said.Access).Get(Session.In(Session.Nordlyset, "workspace"))).Status);
        }
    }

    private static string KeyOf(Said said) =>
        JsonNode.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(said.Access.Split('.')[0]))!["kid"]!.GetValue<string>();

    private async Task<string[]> Keys() =>
        [.. JsonNode.Parse((await issuer.Hub.Anonymous().Get("/.well-known/jwks")).Body)!["keys"]!.AsArray().Select(k => k!["kid"]!.GetValue<string>())];

    private async Task GrowOlder(TimeSpan by)
    {
        await issuer.Database.Run("update issuer_keys set made_at = made_at - $1", by);
        await issuer.Hub.Services.GetRequiredService<IssuerKeyRing>().Tend(default);
    }
}
