using System.Net.Http.Headers;
using System.Text;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Hosting;

/// <summary>A node on PostgreSQL whose list of erasures no other node writes says so, in the log and to the operator.</summary>
public sealed class OwnErasuresTests : IAsyncLifetime
{
    private const string Setting = "HUB_ERASURES";
    private const string Token = "et langt ord som kun driften kender";

    private readonly TempFolder shared = new();
    private PostgresTestDatabase database = null!;

    public async Task InitializeAsync() => database = await PostgresTestDatabase.Create();

    public async Task DisposeAsync()
    {
        await database.Drop();
        shared.Dispose();
    }

    [Fact]
    public async Task A_node_with_a_list_of_its_own_says_so_once_and_one_with_a_shared_folder_does_not()
    {
        var own = await Told(null);
        var common = await Told(shared.Path);

        Assert.Single(own.Lines);
        Assert.Contains(Setting, own.Page, StringComparison.Ordinal);
        Assert.Empty(common.Lines);
        Assert.DoesNotContain(Setting, common.Page, StringComparison.Ordinal);
    }

    private async Task<(IReadOnlyList<string> Lines, string Page)> Told(string? folder)
    {
        var log = new LogLines();
        var hub = new HubServer { Log = log };
        foreach (var (name, value) in new[]
        {
            ("HUB_DATABASE", database.Address), ("HUB_TENANT_KEY", $"test:{Convert.ToBase64String(new byte[32])}"), (Setting, folder ?? ""), ("HUB_OPERATOR_TOKEN", Token),
            ("HUB_DEMO", "false"), ("Logging:LogLevel:Default", "Warning"), ("Logging:Console:LogLevel:Default", "None"),
        })
        {
            hub.Settings[name] = value;
        }

        await hub.InitializeAsync();
        using var client = hub.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"drift:{Token}")));
        var page = await client.GetStringAsync("/drift");
        await hub.DisposeAsync();
        return ([.. log.All.Select(l => l.Text).Where(t => t.Contains(Setting, StringComparison.Ordinal))], page);
    }
}
