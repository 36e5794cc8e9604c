using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Hub.Web.Tests.Durability;

namespace Hub.Deploy.Tests;

/// <summary>What is shipped runs with what a pod gives it: a user without rights, a program that nobody can change, the settings of the overlay for one machine.</summary>
public sealed class PublishedTests : IAsyncLifetime
{
    private PublishedPod pod = null!;

    public async Task InitializeAsync() => pod = await PublishedPod.Of("Web");

    [Fact]
    public async Task The_published_output_serves_as_a_user_without_rights_and_changes_none_of_its_files()
    {
        var shipped = pod.Shipped();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run.Output(pod.AsUser("touch", Path.Combine(pod.Program, "new"))));
        var address = FreeAddress.Of();

        using var hub = await HubProcess.Start(Pod(address), address);
        // As the ingress controller says it, whose word counts.
        using var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { { "X-Forwarded-Proto", "https" } } };
        var status = await File.ReadAllLinesAsync($"/proc/{hub.Id}/status");

        Assert.Equal("ready", await client.GetStringAsync("/health/ready"));
        Assert.Contains("lang=\"da\"", await client.GetStringAsync("/login"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/lib/htmx.min.js")).StatusCode);
        Assert.DoesNotContain(status, l => l.StartsWith("Uid:\t0\t", StringComparison.Ordinal));
        Assert.Contains(status, l => l == "CapEff:\t0000000000000000");
        Assert.True(File.Exists(Path.Combine(pod.Volumes, "data", "hub.db")));
        await hub.Terminate();
        Assert.Equal(0, await hub.Exit());
        Assert.Equal(shipped, pod.Shipped());
    }

    public async Task DisposeAsync() => await pod.DisposeAsync();

    private ProcessStartInfo Pod(Uri address)
    {
        var start = pod.AsUser("dotnet", Path.Combine(pod.Program, "Hub.Web.dll"), "--Logging:Console:LogLevel:Default=None");
        foreach (var (name, value) in PublishedPod.Settings("base").Concat(PublishedPod.Settings("overlays/single")))
        {
            start.Environment[name] = value.Replace("/data", Path.Combine(pod.Volumes, "data"), StringComparison.Ordinal)
                .Replace("/erasures", Path.Combine(pod.Volumes, "erasures"), StringComparison.Ordinal).Replace("8080", $"{address.Port}", StringComparison.Ordinal);
        }

        start.Environment["HUB_TENANT_KEY"] = $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";
        // There is no load balancer here that has to notice.
        start.Environment["HUB_DRAIN"] = "0";
        return start;
    }
}
