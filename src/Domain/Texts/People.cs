using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Texts;

/// <summary>Whether a text names someone of a case, by the one person matcher.</summary>
public static class People
{
    public static PersonMatcher Of(Case c, AreaFacts area) => Of(c, IdentityFields.All, area);

    /// <summary>Looks for these fields of the case's people alone.</summary>
    public static PersonMatcher Of(Case c, IdentityFields fields, AreaFacts area) => PersonMatcher.For(c.People.Select(p => p.Only(fields)), area.Places);

    /// <summary>
    /// Whether the writer passes on in a text whom the case is about, to an office that may not know. Who does not know it themselves is not
    /// refused: they would be told that they guessed right. Such a text is masked where it is read.
    /// </summary>
    public static bool NamedTo(Kontor kontor, Case c, Context context, params IReadOnlyList<string?> texts)
    {
        var hidden = Known(c, context) & ~Access.Opening.Fields(c, kontor, context.Now);
        if (hidden == IdentityFields.None)
        {
            return false;
        }

        var matcher = Of(c, hidden, context.Area);
        return texts.Any(matcher.Matches);
    }

    /// <summary>A dpo sees no identity, and reads them all when a person asks.</summary>
    private static IdentityFields Known(Case c, Context context) =>
        context.Actor.Rolle == Rolle.Dpo ? IdentityFields.All : Access.Opening.Fields(c, context.Viewer, context.Now);
}
