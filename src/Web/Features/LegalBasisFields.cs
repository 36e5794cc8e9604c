using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Web.Edge;

namespace Hub.Web.Features;

/// <summary>A legal basis as it stands in a body, with a flag or by itself.</summary>
internal static class LegalBasisFields
{
    /// <param name="fields">The basis.</param>
    /// <param name="withFlag">A worry is not held up for a sentence: only a page, which asks for the purpose, demands it.</param>
    public static LegalBasisInput Read(Fields fields, bool withFlag = false)
    {
        var basis = new LegalBasisInput(
            fields.Choice<LegalBasisKind>("kind"),
            fields.ChoiceOrNull<LegalBasisForm>("form"),
            fields.TextOrNull("purpose", Limits.Text, lines: true),
            fields.Offices("recipients"),
            fields.TextOrNull("note", Limits.Text, lines: true),
            fields.TimeOrNull("expires"),
            fields.Marks("covers"));
        var rule = LegalBasisRules.Of(basis.Kind);
        if (basis.Form is null && rule is { FormDemanded: true })
        {
            fields.Note("form", "required");
        }

        if (basis.Purpose is null && rule is { PurposeDemanded: true } && (fields.FromPage || !withFlag))
        {
            fields.Note("purpose", "required");
        }

        return Covering(basis, rule, fields);
    }

    /// <summary>It can only be given for what bases of its kind carry.</summary>
    private static LegalBasisInput Covering(LegalBasisInput basis, LegalBasisRule? rule, Fields fields)
    {
        var carried = basis.Covers.Each().Where(c => rule?.Carries.Any(r => r.What == c) == true).Aggregate(Saerlig.Ingen, (set, c) => set | c);
        if (carried != basis.Covers && !fields.FromPage)
        {
            fields.Note("covers", "does_not_fit");
        }

        return basis with { Covers = carried };
    }
}
