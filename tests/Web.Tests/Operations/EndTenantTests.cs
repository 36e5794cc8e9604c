using Hub.Contracts;
using Hub.Storage;
using Hub.Web.Demo;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Operations;

public sealed class EndTenantTests
{
    [Fact]
    public async Task A_boligorganisation_ends_when_its_name_is_given_twice_and_nothing_of_its_people_can_be_read_the_next_day()
    {
        var hub = await HubServer.Start();
        SettingsException? once = null, unknown = null;
        var said = new StringWriter();
        await hub.Restart(async () =>
        {
            once = await Assert.ThrowsAsync<SettingsException>(() => Run(hub, said, "--tenant=sydbo"));
            unknown = await Assert.ThrowsAsync<SettingsException>(() => Run(hub, said, "--tenant=fjordbo", "--confirm=fjordbo"));
        });
        Assert.Equal(200, (await (await hub.SignIn("leder@sydbo.example")).Get(In(Soenderparken, "workspace"))).Status);
        Assert.Contains(await Descriptions(hub, "sydbo", Soenderparken), d => d is not null);

        await hub.Restart(() => Run(hub, said, "--tenant=sydbo", "--confirm=sydbo"));

        Assert.Contains("--confirm sydbo", once!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', unknown!.Message);
        Assert.Equal(404, (await (await hub.SignIn("leder@sydbo.example")).Get(In(Soenderparken, "workspace"))).Status);
        Assert.All(await Descriptions(hub, "sydbo", Soenderparken), Assert.Null);
        Assert.Contains(await Descriptions(hub, "nordbo", Nordlyset), d => d is not null);
        Assert.Contains("has ended", said.ToString(), StringComparison.Ordinal);
        await hub.DisposeAsync();
    }

    private static Task Run(HubServer hub, TextWriter output, params string[] options) => Hub.Web.Operations.EndTenant.Run(
        [$"--HUB_DATA={hub.Folder}", "--HUB_URLS=http://127.0.0.1:0", "--HUB_DEMO=false", "--Logging:LogLevel:Default=None", .. options], output);

    private static async Task<IReadOnlyList<string?>> Descriptions(HubServer hub, string tenant, Guid omraade)
    {
        var found = new List<string?>();
        await foreach (var recorded in hub.Services.GetRequiredService<IEventLog>().Read(new StreamKey(DemoIds.Tenant(tenant), omraade), 0, default))
        {
            if (recorded.Event is CaseFlagged flagged)
            {
                found.Add(flagged.Description.Value);
            }
        }

        return found;
    }
}
