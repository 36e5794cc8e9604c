using Xunit.Abstractions;

namespace Hub.Faults.Tests;

/// <summary>
/// Three nodes behind haproxy while nodes are killed, stopped and frozen, sockets are cut, PostgreSQL restarts, wake-ups are lost and
/// a clock is wrong: every acknowledged command stands in the log once, and everybody is told what is theirs, in order and once.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nothing_is_lost_doubled_out_of_order_or_told_to_the_wrong_one_whatever_goes_wrong()
    {
        var outcome = await FaultRun.Run(TimeSpan.Zero, output.WriteLine);

        output.WriteLine($"{outcome.Acknowledged} commands acknowledged, {outcome.Applied} changes applied");
        outcome.Faults.ToList().ForEach(output.WriteLine);
        Assert.Empty(outcome.Faults);
        Assert.True(outcome.Acknowledged > 50 && outcome.Applied > 100, "Hardly anything happened, so nothing was shown.");
    }
}
