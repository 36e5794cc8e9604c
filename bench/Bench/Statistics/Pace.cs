namespace Hub.Bench.Statistics;

/// <summary>How long and how often is measured.</summary>
/// <param name="Rounds">How many pairs.</param>
/// <param name="WarmUp">Before each measurement, and thrown away.</param>
/// <param name="Length">Of each measurement.</param>
/// <param name="Rest">How long clients lie idle before memory is weighed.</param>
public sealed record Pace(int Rounds, TimeSpan WarmUp, TimeSpan Length, TimeSpan Rest)
{
    public static Pace Full { get; } = new(5, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));

    /// <summary>To see that everything works; its figures decide nothing.</summary>
    public static Pace Quick { get; } = new(3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5));

    /// <summary>Each round, one after the other, warm: <paramref name="one"/>, then <paramref name="other"/>.</summary>
    public async Task<IReadOnlyList<(T One, T Other)>> Pairs<T>(Func<int, TimeSpan, Task<T>> one, Func<int, TimeSpan, Task<T>> other)
    {
        var pairs = new List<(T, T)>();
        for (var round = 0; round < Rounds; round++)
        {
            pairs.Add((await Warm(length => one(round, length)), await Warm(length => other(round, length))));
        }

        return pairs;
    }

    public async Task<IReadOnlyList<T>> Each<T>(Func<int, TimeSpan, Task<T>> measure)
    {
        var values = new List<T>();
        for (var round = 0; round < Rounds; round++)
        {
            values.Add(await Warm(length => measure(round, length)));
        }

        return values;
    }

    /// <summary>Once, warm.</summary>
    public async Task<T> Warm<T>(Func<TimeSpan, Task<T>> measure)
    {
        await measure(WarmUp);
        return await measure(Length);
    }
}
