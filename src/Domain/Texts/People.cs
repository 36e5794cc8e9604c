using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Texts;

/// <summary>Whether a text names someone of a case, by the one person matcher.</summary>
public static class People
{
    public static PersonMatcher Of(Case c, AreaFacts area) => Of(c, IdentityFields.All, area);

    /// <summary>Looks for these fields of the case's people alone.</summary>
    public static PersonMatcher Of(Case c, IdentityFields fields, AreaFacts area) => PersonMatcher.For(c.People.Select(p => p.Only(fields)), area.Places);

    /// <summary>Whether the text names someone of the case towards an office that may not know who it is.</summary>
    public static bool NamedTo(Kontor kontor, Case c, Context context, params IReadOnlyList<string?> texts)
    {
        var hidden = IdentityFields.All & ~Access.Opening.Fields(c, kontor, context.Now);
        if (hidden == IdentityFields.None)
        {
            return false;
        }

        var matcher = Of(c, hidden, context.Area);
        return texts.Any(matcher.Matches);
    }
}
