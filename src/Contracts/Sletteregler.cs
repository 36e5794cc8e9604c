namespace Hub.Contracts;

/// <summary>How long a boligorganisation keeps what has ended.</summary>
/// <param name="Regler">For a category, and within it for one outcome; what no rule names is kept as the built-in rules say.</param>
/// <param name="BortfaldMonths">After so many months without anything done, a flag that nobody ever took lapses; 1 to 24.</param>
/// <param name="MostPerNight">At most so many cases of an area lapse or are deleted in one night, so that a wrong rule cannot take everything; 1 to 500.</param>
public sealed record Sletteregler(IReadOnlyList<Sletteregel> Regler, int BortfaldMonths, int MostPerNight)
{
    /// <summary>The built-in rules alone.</summary>
    public static Sletteregler Standard { get; } = new([], 5, 50);
}

/// <summary>So many months after it was closed, a case is deleted.</summary>
/// <param name="Category">What it was about.</param>
/// <param name="Outcome">How it ended; null: however it ended, where no rule names the outcome.</param>
/// <param name="Months">1 to 120.</param>
public sealed record Sletteregel(Category Category, Outcome? Outcome, int Months);

/// <summary>What the nightly run finds a case by: nothing about a person. Kept beside the log while there is something to wait for.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">S-number within the area.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Outcome">How it ended; null for a flag that nobody has taken.</param>
/// <param name="Since">When it was closed, or when something was last done about it.</param>
public sealed record DeletableCase(Guid CaseId, int Number, Category Category, Outcome? Outcome, DateTimeOffset Since);
