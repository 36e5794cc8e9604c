using Hub.Contracts;

namespace Hub.Bench.Site;

/// <summary>What is sent to the engine itself: the same flag as by HTTP.</summary>
internal static class Commands
{
    public static FlagCase Flag(int n) => new(
        Category.IkkeSet, Severity.Mellem, Vulnerability.Ukendt, FlagBody.Description, new PersonInput(FlagBody.Name(n), FlagBody.Address(n), null, FlagBody.Phone(n)), [], false,
        Kilde.Medarbejder, null, new LegalBasisInput(LegalBasisKind.IkkeSpurgt), null);

    public static AddNote Note(Guid sag) => new(sag, "Talte med naboen, som så beboeren i går.", NoteAudience.Sagen, NoteKind.Opkald, null);
}
