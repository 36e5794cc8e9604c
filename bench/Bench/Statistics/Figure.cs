namespace Hub.Bench.Statistics;

/// <summary>One line of the table: what was measured, once a round, and what it must reach.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Bar">What it must reach; null: nobody has said.</param>
/// <param name="Values">One for each round.</param>
public sealed record Figure(string Name, string Unit, Bar? Bar, IReadOnlyList<double> Values)
{
    /// <summary>What the values are made of, once a round, by name: for the raw file and for the remark.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Parts { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>What it was measured against was no measure.</summary>
    public bool Void { get; init; }

    public double Median => Samples.Median(Values);

    public double Lowest => Values.Min();

    public double Highest => Values.Max();

    public Verdict Verdict => Bar is null ? Verdict.None : Values.All(Bar.Holds) ? Verdict.Passed : Values.Any(Bar.Holds) ? Verdict.Undecided : Verdict.Missed;

    /// <summary>A figure that is one thing divided by another, round by round.</summary>
    public static Figure Ratio(string name, Bar? bar, (string Name, IReadOnlyList<double> Values) one, (string Name, IReadOnlyList<double> Values) other) =>
        new(name, "×", bar, [.. one.Values.Zip(other.Values, (a, b) => a / b)])
        {
            Parts = new Dictionary<string, IReadOnlyList<double>> { [one.Name] = one.Values, [other.Name] = other.Values },
        };
}
