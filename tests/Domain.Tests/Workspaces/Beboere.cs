using Hub.Contracts;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>Worries about made-up people, as they are typed.</summary>
internal static class Beboere
{
    public const string Description = "Karen Østergård har ikke hentet posten, og der lugter i opgangen.";

    public static readonly Guid Doer = Cast.Id(500);

    public static PersonInput Karen { get; } = new("Karen Østergård", "Nordlysvej 12, 3. tv", Doer, "20 30 40 50");

    public static PersonInput Mogens { get; } = new("Mogens Holm", "Nordlysvej 12, 2. tv", null, "60 70 80 90");

    /// <summary>A worry about Karen's well-being; nobody has asked her yet.</summary>
    public static FlagCase Worry(Category category = Category.Mistrivsel, Severity severity = Severity.Mellem) => new(
        category, severity, Vulnerability.Ukendt, Description, Karen, [], false, Kilde.Medarbejder, null, new(LegalBasisKind.IkkeSpurgt), null);

    /// <summary>Something that points at nobody.</summary>
    public static FlagCase Nobody(Category category = Category.Mistrivsel) =>
        Worry(category) with { Beboer = null, Description = "Flere har set det, ingen ved hvem." };

    public static LegalBasisInput Consent(Kontorer? recipients = null, DateTimeOffset? expires = null) =>
        new(LegalBasisKind.Samtykke, LegalBasisForm.Mundtligt, "Karen vil gerne ringes op", recipients, null, expires);

    public static OfferHandover Offer(Guid caseId, Kontor to, DateTimeOffset? respondBy = null) =>
        new(caseId, to, "Det hører hjemme hos jer", "Fugt i soveværelset, der skal ses på det", respondBy);

    public static AddNote Note(Guid caseId, NoteAudience audience, string text = "Talt med hende i dag") =>
        new(caseId, text, audience, NoteKind.Opkald, null);
}
