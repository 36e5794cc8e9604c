using Hub.Contracts;

namespace Hub.Web.Features.Privacy;

/// <summary>
/// The codes of the catalogue: they tell something about a person as long as the person is known, and stay readable in the database. Without a
/// name they say that there was such a case in an area.
/// </summary>
internal static class PersonalCodes
{
    public static IReadOnlyList<PersonalCode> All { get; } =
    [
        new(typeof(Category), "what the worry is about"),
        new(typeof(Severity), "how urgent it was"),
        new(typeof(Vulnerability), "how vulnerable the person was thought to be"),
        new(typeof(Kilde), "whom the worry came from"),
        new(typeof(PartRolle), "what somebody is in a complaint"),
        new(typeof(BeboerVed), "whether the person knows of the case"),
        new(typeof(NoteKind), "how there was contact"),
        new(typeof(NoteAudience), "whom a note was for"),
        new(typeof(LegalBasisKind), "on what basis the identity was passed on"),
        new(typeof(LegalBasisForm), "whether consent was given in writing"),
        new(typeof(UnsealKind), "what danger opened a sealed identity"),
        new(typeof(CalledParty), "whom the one who flagged rang"),
        new(typeof(LinkKind), "that two cases are about one person or household"),
        new(typeof(Outcome), "how the case ended, death and eviction among them"),
        new(typeof(HoldGround), "why a case may not be deleted"),
        new(typeof(Saerlig), "that a text tells of health or of offences (art. 9; databeskyttelsesloven § 8), or that a basis covers it"),
        new(typeof(Deling), "whether something came to another dataansvarlig"),
        new(typeof(AnmodningKind), "which of their rights a person has used"),
        new(typeof(UdeladtGrund), "why something was left out of what a person was given"),
        new(typeof(BegraensningGrund), "why a case may not be used for now"),
        new(typeof(Employer), "who employs a colleague"),
        new(typeof(Rolle), "what a colleague may do"),
        new(typeof(Kontor), "the office a colleague works in, or that a case lies with"),
        new(typeof(Kontorer), "the offices an identity opens to"),
    ];

    public static IReadOnlyList<Type> AboutNobody { get; } = [typeof(DayOfWeek), typeof(MatterOutcome), typeof(TaskPurpose), typeof(ClientChange), typeof(SystemScope)];
}
