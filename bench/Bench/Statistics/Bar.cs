namespace Hub.Bench.Statistics;

/// <summary>What a figure must reach.</summary>
/// <param name="Value">The limit, which itself is good enough.</param>
/// <param name="IsMost">Whether a smaller figure is better.</param>
public sealed record Bar(double Value, bool IsMost)
{
    public static Bar AtMost(double value) => new(value, IsMost: true);

    public static Bar AtLeast(double value) => new(value, IsMost: false);

    public bool Holds(double figure) => IsMost ? figure <= Value : figure >= Value;
}
