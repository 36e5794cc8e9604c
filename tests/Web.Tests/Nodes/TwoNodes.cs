using Hub.Storage;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Nodes;

/// <summary>Two Web processes' worth of servers on one PostgreSQL.</summary>
public class TwoNodes : IAsyncLifetime
{
    private PostgresTestDatabase database = null!;

    public HubServer A { get; private set; } = null!;

    public HubServer B { get; private set; } = null!;

    /// <summary>Whether the nodes wake each other.</summary>
    protected virtual string WakeUps => "true";

    public async Task InitializeAsync()
    {
        database = await PostgresTestDatabase.Create();
        var key = TenantKeyRing.Generate("test");
        A = await Start(key);
        B = await Start(key);
    }

    public async Task DisposeAsync()
    {
        await A.DisposeAsync();
        await B.DisposeAsync();
        await database.Drop();
    }

    /// <summary>The same person at the other node: with the same token, or the same cookie.</summary>
    public static Session At(HubServer node, Session person)
    {
        var client = node.NewClient();
        client.DefaultRequestHeaders.Authorization = person.Client.DefaultRequestHeaders.Authorization;
        return new Session(node, client);
    }

    private Task<HubServer> Start(string key) => HubServer.Start(("HUB_DATABASE", database.Address), ("HUB_TENANT_KEY", key), ("HUB_WAKE_UPS", WakeUps));
}

/// <summary>The same with every wake-up lost.</summary>
public sealed class TwoDeafNodes : TwoNodes
{
    protected override string WakeUps => "false";
}
