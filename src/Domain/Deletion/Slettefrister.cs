using Hub.Contracts;

namespace Hub.Domain.Deletion;

/// <summary>When a case lapses or is deleted by the rules of its boligorganisation.</summary>
/// <param name="Regler">The rules.</param>
/// <param name="ChangedAt">When they were last changed; null while nobody has.</param>
public sealed record Slettefrister(Sletteregler Regler, DateTimeOffset? ChangedAt)
{
    /// <summary>New rules delete nothing sooner than this, so that there is time to look at what they would delete.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    public static Slettefrister Standard { get; } = new(Sletteregler.Standard, null);

    /// <summary>The rule that a case falls under. A flag that lapsed follows only a rule that names that: nobody ever worked it.</summary>
    public Sletteregel For(Category category, Outcome outcome) =>
        Regler.Regler.FirstOrDefault(r => r.Category == category && r.Outcome == outcome)
        ?? (outcome == Outcome.Bortfaldet ? null : Regler.Regler.FirstOrDefault(r => r.Category == category && r.Outcome is null))
        ?? BuiltIn(category, outcome);

    /// <summary>
    /// Before anybody has changed anything. Claims for rent become time-barred after three years (forældelsesloven § 3); a betinget lejeforhold runs
    /// for one year (almenlejeloven § 82), and what came before it must be shown while it does; otherwise a year is enough.
    /// </summary>
    public static Sletteregel BuiltIn(Category category, Outcome outcome) => (category, outcome) switch
    {
        (_, Outcome.Bortfaldet) => new(category, outcome, 1),
        (_, Outcome.Ubegrundet or Outcome.Dublet) => new(category, outcome, 12),
        (Category.Restance, _) => new(category, null, 36),
        (Category.Naboklage or Category.Stoej or Category.VoldEllerTrusler or Category.HaervaerkEllerUtryghed, _) => new(category, null, 24),
        _ => new(category, null, 12),
    };

    /// <summary>How many months after <see cref="DeletableCase.Since"/> it is time.</summary>
    public int Months(Category category, Outcome? outcome) => outcome is { } ended ? For(category, ended).Months : Regler.BortfaldMonths;

    public DateTimeOffset Due(DeletableCase c)
    {
        var due = c.Since.AddMonths(Months(c.Category, c.Outcome));
        return ChangedAt + Grace is { } earliest && earliest > due ? earliest : due;
    }
}
