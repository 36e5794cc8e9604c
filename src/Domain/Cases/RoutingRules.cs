using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>Which office receives a flag that names none.</summary>
public static class RoutingRules
{
    /// <param name="category">What it is about.</param>
    /// <param name="personNamed">Whether a beboer or a door is named.</param>
    /// <param name="flaggedFrom">The flagging office.</param>
    /// <param name="settings">The tenant's own rules: the first that matches goes before the built-in ones.</param>
    public static Kontor Route(Category category, bool personNamed, Kontor flaggedFrom, OmraadeSettings settings) =>
        settings.Routing.FirstOrDefault(rule => Matches(rule, category, personNamed, flaggedFrom))?.To
        ?? BuiltIn(category, personNamed, flaggedFrom);

    // A board takes matters and never persons, so no rule sends it a case. And what people tell boligsocialt kontor in
    // confidence leaves it only by a rule that names that office, not by one that was meant for what others flag.
    private static bool Matches(RoutingRule rule, Category category, bool personNamed, Kontor flaggedFrom) =>
        rule.To != Kontor.Bestyrelseskontor
        && (rule.Category is null || rule.Category == category)
        && (rule.PersonNamed is null || rule.PersonNamed == personNamed)
        && (rule.FlaggedFrom == flaggedFrom || (rule.FlaggedFrom is null && flaggedFrom != Kontor.BoligsocialtKontor));

    private static Kontor BuiltIn(Category category, bool personNamed, Kontor flaggedFrom) => (category, personNamed, flaggedFrom) switch
    {
        (_, _, Kontor.BoligsocialtKontor) => Kontor.BoligsocialtKontor,
        (Category.Naboklage, _, Kontor.Bestyrelseskontor) => Kontor.Ejendomskontor,
        // Who lives in a home is a question about the tenancy and not about a person's well-being, and it always names a
        // door. So "with nobody named" cannot be asked of it as it is of the two below.
        (Category.Fremleje, _, _) => Kontor.Ejendomskontor,
        (Category.HaervaerkEllerUtryghed or Category.Stoej, false, _) => Kontor.Ejendomskontor,
        _ => Kontor.BoligsocialtKontor,
    };
}
