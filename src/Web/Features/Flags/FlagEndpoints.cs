using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Edge;

namespace Hub.Web.Features.Flags;

internal static class FlagEndpoints
{
    public static void MapFlags(this RouteGroupBuilder omraade) =>
        omraade.MapPost("/flags", (Call call, ITenantDirectory directory) => call.Create(fields => Read(fields, directory.Omraade(call.Member.OmraadeId)!)));

    public static FlagCase Read(Fields fields, Omraade omraade) => new(
        fields.Choice<Category>("category"),
        fields.ChoiceOrNull<Severity>("severity") ?? Severity.Mellem,
        fields.ChoiceOrNull<Vulnerability>("vulnerability") ?? Vulnerability.Ukendt,
        fields.Text("description", Limits.Text, lines: true),
        fields.Inner("beboer", f => PersonInputs.Read(f, omraade)),
        fields.List("parter", f => new PartInput(f.Choice<PartRolle>("rolle"), PersonInputs.Read(f, omraade))) ?? [],
        fields.BoolOrNull("boernIHjemmet") ?? false,
        fields.ChoiceOrNull<Kilde>("kilde") ?? Kilde.Medarbejder,
        fields.OneOf("afdeling", omraade.Afdelinger),
        fields.Inner("legalBasis", f => LegalBasisFields.Read(f, withFlag: true)) ?? new LegalBasisInput(LegalBasisKind.IkkeSpurgt),
        fields.ChoiceOrNull<Kontor>("toKontor"),
        fields.Marks("saerlig"));

}
