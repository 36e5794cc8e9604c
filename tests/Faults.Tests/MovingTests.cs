using Hub.Faults.Tests.Cluster;
using Xunit.Abstractions;

namespace Hub.Faults.Tests;

/// <summary>A node behind a load balancer is told to stop, as at each release: its clients go on at the other one.</summary>
public sealed class MovingTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whoever_was_at_a_node_that_is_told_to_stop_hears_of_the_next_flag_at_the_other()
    {
        await using var site = await Site.Start(nodes: 2);
        using var clients = new Clients(site.Haproxy.Address, 0, "moving.mjs");
        await clients.Ready;

        // Where one of them is: the load balancer is free to have taken all to the same.
        var stopped = clients.History.Of("watches").First().From!;
        var (node, other) = stopped == "n0" ? (site.Node(0), "n1") : (site.Node(1), "n0");
        await node.Terminate();
        await clients.End(stopped);

        Assert.Equal(0, await node.Exit());
        var moved = clients.History.Of("moved").ToLookup(m => m.From);
        foreach (var one in moved.SelectMany(m => m).OrderBy(m => m.Milliseconds))
        {
            output.WriteLine($"{one.Who} was at {one.From}, watched at {one.To} {one.Back} ms after the node was told to stop, and heard of a flag after {one.Milliseconds} ms");
        }

        Assert.Equal(clients.Watchers, moved.Sum(m => m.Count()));
        Assert.NotEmpty(moved[stopped]);
        Assert.All(moved.SelectMany(m => m), m => Assert.Equal(other, m.To));
    }
}
