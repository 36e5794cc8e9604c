namespace Hub.Bench.Statistics;

/// <summary>Whether a bar was reached.</summary>
public enum Verdict
{
    /// <summary>Every value reaches it.</summary>
    Passed,

    /// <summary>No value reaches it.</summary>
    Missed,

    /// <summary>Some do and some do not: nothing is known.</summary>
    Undecided,

    /// <summary>There is no bar.</summary>
    None,
}
