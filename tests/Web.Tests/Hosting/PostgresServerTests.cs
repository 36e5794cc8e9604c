using Hub.Storage;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Hosting;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task The_same_server_runs_on_PostgreSQL()
    {
        var database = await PostgresTestDatabase.Create();
        var hub = await HubServer.Start(("HUB_DATABASE", database.Address), ("HUB_TENANT_KEY", TenantKeyRing.Generate("test")));
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej");
        await ejendom.Post(In(Nordlyset, $"cases/{sag}/pickup"));

        var read = await ejendom.Get(In(Nordlyset, $"cases/{sag}"));
        var wrong = await hub.Anonymous().Post("/api/v1/login", new { email = "leder@nordbo.example", password = "wrong" });

        Assert.Equal("iGang", read.Json["status"]!.GetValue<string>());
        Assert.Equal("invalid_credentials", wrong.Code);
        Assert.Equal(200, (await hub.Anonymous().Get("/health/ready")).Status);

        await hub.DisposeAsync();
        await database.Drop();
    }
}
