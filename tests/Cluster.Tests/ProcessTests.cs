using Hub.Faults.Tests;
using Hub.Silo.Cluster;
using Xunit.Abstractions;

namespace Hub.Cluster.Tests;

/// <summary>Two Web processes before two silos on PostgreSQL, as real processes, through all that the default edition's nodes go through; then the silos too. Run by <c>./hub bench --faults --cluster</c>.</summary>
public sealed class ProcessTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nothing_is_lost_doubled_out_of_order_or_told_to_the_wrong_one_whatever_goes_wrong()
    {
        var outcome = await FaultRun.Run(TimeSpan.Zero, output.WriteLine, typeof(SiloSetup).Assembly.Location);

        output.WriteLine($"{outcome.Acknowledged} commands acknowledged, {outcome.Applied} changes applied");
        Assert.Empty(outcome.Faults);
        Assert.True(outcome.Acknowledged > 50 && outcome.Applied > 100, "Hardly anything happened, so nothing was shown.");
    }
}
