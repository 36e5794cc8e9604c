using Hub.Bench.Statistics;

namespace Hub.Faults.Tests;

/// <summary>What the benchmarks make of their measurements.</summary>
public sealed class StatisticsTests
{
    [Fact]
    public void The_median_is_the_middle_one_or_halfway_between_two()
    {
        Assert.Equal(3, Samples.Median([9, 1, 3]));
        Assert.Equal(2.5, Samples.Median([4, 1, 3, 2]));
        Assert.Equal(7, Samples.Median([7]));
    }

    [Fact]
    public void A_percentile_lies_between_its_neighbours()
    {
        double[] hundred = [.. Enumerable.Range(0, 101).Select(n => (double)n).Reverse()];

        Assert.Equal(95, Samples.Percentile(hundred, 95));
        Assert.Equal(1.5, Samples.Percentile([1, 2], 50));
        Assert.Equal(100, Samples.Percentile(hundred, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => Samples.Percentile([], 50));
    }

    [Fact]
    public void A_ratio_is_taken_pair_by_pair_and_its_spread_is_from_the_lowest_to_the_highest()
    {
        var figure = Figure.Ratio("latency", Bar.AtMost(2), ("Hub", [2, 9, 4]), ("floor", [1, 3, 4]));

        Assert.Equal([2, 3, 1], figure.Values);
        Assert.Equal((2, 1, 3), (figure.Median, figure.Lowest, figure.Highest));
        Assert.Equal([2, 9, 4], figure.Parts["Hub"]);
    }

    [Theory]
    [InlineData(Verdict.Passed, 1, 1.5, 2)]
    [InlineData(Verdict.Missed, 2.1, 3, 4)]
    [InlineData(Verdict.Undecided, 1, 1.5, 2.1)]
    [InlineData(Verdict.Undecided, 1.9, 3, 4)]
    public void A_spread_that_straddles_the_bar_decides_nothing(Verdict verdict, double one, double two, double three)
    {
        Assert.Equal(verdict, new Figure("latency", "ms", Bar.AtMost(2), [one, two, three]).Verdict);
        Assert.Equal(verdict, new Figure("rate", "/s", Bar.AtLeast(-2), [-one, -two, -three]).Verdict);
    }

    [Fact]
    public void Where_nobody_has_said_what_is_good_enough_there_is_no_verdict() =>
        Assert.Equal(Verdict.None, Figure.Ratio("rate", null, ("cluster", [2, 9]), ("in process", [1, 3])).Verdict);

    [Fact]
    public async Task Every_pair_is_measured_warm_and_one_after_the_other()
    {
        var (pace, told) = (new Pace(2, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.Zero), new List<string>());

        var pairs = await pace.Pairs(Note("Hub"), Note("floor"));

        Assert.Equal(["Hub 0 5", "Hub 0 10", "floor 0 5", "floor 0 10", "Hub 1 5", "Hub 1 10", "floor 1 5", "floor 1 10"], told);
        Assert.Equal([("Hub 0 10", "floor 0 10"), ("Hub 1 10", "floor 1 10")], pairs);

        Func<int, TimeSpan, Task<string>> Note(string who) => (round, length) =>
        {
            told.Add($"{who} {round} {length.TotalSeconds}");
            return Task.FromResult(told[^1]);
        };
    }
}
