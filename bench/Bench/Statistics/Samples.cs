namespace Hub.Bench.Statistics;

/// <summary>What many measurements come to.</summary>
public static class Samples
{
    public static double Median(IReadOnlyCollection<double> values) => Percentile(values, 50);

    /// <summary>The smallest value that so many of a hundred do not exceed, between two neighbours in proportion.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, double percent)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        var sorted = values.Order().ToArray();
        var place = (sorted.Length - 1) * percent / 100;
        var below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
