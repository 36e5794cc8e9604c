using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Texts;

/// <summary>Whether a text names someone of a case, by the one person matcher.</summary>
public static class People
{
    public static PersonMatcher Of(Case c, AreaFacts area) => PersonMatcher.For(c.People, area.Places);

    /// <summary>Whether the text names someone of the case towards an office that may not know who it is.</summary>
    public static bool NamedTo(Kontor kontor, Case c, Context context, params IReadOnlyList<string?> texts)
    {
        if (Access.CaseSight.OpenTo(c, kontor, context.Now))
        {
            return false;
        }

        var matcher = Of(c, context.Area);
        return texts.Any(matcher.Matches);
    }
}
