using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Web.Edge;

namespace Hub.Web.Features;

/// <summary>A legal basis as it stands in a body, with a flag or by itself.</summary>
internal static class LegalBasisFields
{
    public static LegalBasisInput Read(Fields fields)
    {
        var basis = new LegalBasisInput(
            fields.Choice<LegalBasisKind>("kind"),
            fields.ChoiceOrNull<LegalBasisForm>("form"),
            fields.TextOrNull("purpose", Limits.Text, lines: true),
            fields.Offices("recipients"),
            fields.TextOrNull("note", Limits.Text, lines: true),
            fields.TimeOrNull("expires"));
        if (basis.Form is null && LegalBasisRules.Of(basis.Kind) is { FormDemanded: true })
        {
            fields.Note("form", "required");
        }

        return basis;
    }
}
