using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Tenants;

namespace Hub.Domain.Deletion;

/// <summary>Which rules make sense. Each part is refused under the name of its field.</summary>
public static class SlettereglerRules
{
    public const int MostMonths = 120;
    public const int MostBortfald = 24;
    public const int MostNightly = 500;

    internal static Decision Change(TenantState state, Sletteregler rules)
    {
        if (Wrong(rules) is { } field)
        {
            return Decision.Refuse(RejectionCode.Invalid, field, "out_of_range");
        }

        return Same(state.Slettefrister.Regler, rules) ? Decision.Nothing : Decision.Accept(new SlettereglerChanged(rules));
    }

    private static string? Wrong(Sletteregler rules) =>
        rules.BortfaldMonths is < 1 or > MostBortfald ? "bortfaldMonths"
        : rules.MostPerNight is < 1 or > MostNightly ? "mostPerNight"
        : rules.Regler.Any(r => r.Months is < 1 or > MostMonths || !Fits(r)) || rules.Regler.DistinctBy(r => (r.Category, r.Outcome)).Count() < rules.Regler.Count ? "regler"
        : null;

    private static bool Fits(Sletteregel rule) =>
        rule.Outcome is not { } outcome || outcome == Outcome.Bortfaldet || OutcomeRules.Fits(outcome, rule.Category);

    private static bool Same(Sletteregler one, Sletteregler other) =>
        one with { Regler = [] } == other with { Regler = [] } && one.Regler.ToHashSet().SetEquals(other.Regler);
}
