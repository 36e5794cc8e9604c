using Hub.Storage;
using Hub.Web.Tests.Server;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>Behind a proxy that people reach by https the issuer answers what came that way, under the name that people know, and nothing else.</summary>
public sealed class PlainHttpTests
{
    private const string WellKnown = "/.well-known/openid-configuration";

    [Fact]
    public async Task By_https_it_goes_by_its_public_name_and_by_http_it_says_nothing()
    {
        var database = await PostgresTestDatabase.Create();
        var hub = await HubServer.Start(
            ("HUB_DEMO", "false"), ("HUB_DATABASE", database.Address), ("HUB_TENANT_KEY", TenantKeyRing.Generate("test")), ("HUB_PUBLIC_URL", "https://hub.example"),
            ("HUB_CLUSTER", "localhost"), ("HUB_SILO_PORT", $"{FreeAddress.Of().Port}"), ("HUB_GATEWAY_PORT", $"{FreeAddress.Of().Port}"));
        var (plain, proxied) = (hub.Anonymous(), hub.Anonymous());
        proxied.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var said = (await proxied.Get(WellKnown)).Json;
        var refused = await plain.Get(WellKnown);

        Assert.Equal("https://hub.example/", said["issuer"]!.GetValue<string>());
        Assert.Equal("https://hub.example/oauth/token", said["token_endpoint"]!.GetValue<string>());
        Assert.Equal(400, refused.Status);
        Assert.DoesNotContain("token_endpoint", refused.Body, StringComparison.Ordinal);
        await hub.DisposeAsync();
        await database.Drop();
    }
}
