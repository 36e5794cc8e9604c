using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;
using Hub.Domain.Texts;

namespace Hub.Domain.Views;

/// <summary>The texts of a case as one viewer may read them: what is sealed of its people is masked, and what tells of health or offences kept.</summary>
internal sealed class CaseReader(Case c, Viewer viewer, DateTimeOffset now, AreaFacts area, IReadOnlyList<Recorded>? history = null)
{
    private readonly IdentityFields hidden = Opening.Hidden(c, viewer, now);
    private readonly Dictionary<IdentityFields, PersonMatcher> matchers = [];
    private Authors? authors;

    /// <summary>While something of the identity is sealed, a text that repeats it shows it masked.</summary>
    public string? Mask(Secret? text) =>
        text is null || hidden == IdentityFields.None ? text?.Value : Mask(text.Value, (authors ??= new Authors(history ?? [])).Of(text));

    /// <summary>The same for a text outside the history of the case.</summary>
    public string? Mask(string? text, Author? author)
    {
        var fields = author?.Masked(hidden, viewer, area) ?? hidden;
        return text is null || fields == IdentityFields.None ? text : Matcher(fields).Mask(text);
    }

    /// <summary>Null for a text that tells of neither health nor offences.</summary>
    public TextMark? Mark(Saerlig what, Kontor? writer) => what == Saerlig.Ingen
        ? null
        : new TextMark([.. what.Each()], Opening.Keeps(c, what, writer, viewer, now), [.. LegalBasisRules.CarriersOf(what, c.Category)]);

    /// <summary>The text, or null where its mark keeps it.</summary>
    public string? Read(Secret? text, TextMark? mark) => mark is { Hidden: true } ? null : Mask(text);

    private PersonMatcher Matcher(IdentityFields fields) => matchers.TryGetValue(fields, out var known) ? known : matchers[fields] = People.Of(c, fields, area);
}
