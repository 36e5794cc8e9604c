using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Access;

/// <summary>What is open of who a case is about, and of its texts on health and offences, to an office and to a person in it.</summary>
public static class Opening
{
    /// <summary>
    /// The flagging office knows what it typed; others need a legal basis, or four hours of break-glass. Said of a person, who employs
    /// them counts as well.
    /// </summary>
    public static IdentityFields Fields(Case c, Kontor kontor, DateTimeOffset now, Employer? reader = null) =>
        kontor == Kontor.Bestyrelseskontor ? IdentityFields.None
        : c.FirstFlagger.Kontor == kontor || Unsealed(c, kontor, now) ? IdentityFields.All
        : Reaches(c, reader) ? LegalBasisRules.Fields(c.Basis, c.Category, kontor, now)
        : IdentityFields.None;

    /// <summary>What is open to a person: by whichever of their offices, where they have signed in well enough.</summary>
    public static IdentityFields Fields(Case c, Viewer viewer, DateTimeOffset now) =>
        viewer.Member.NamesSealed ? IdentityFields.None : FieldsToOffices(c, viewer, now);

    /// <summary>The same for whoever sees for the viewer's offices and has signed in well enough.</summary>
    public static IdentityFields FieldsToOffices(Case c, Viewer viewer, DateTimeOffset now) => CaseSight.Of(c, viewer) != Sight.Full
        ? IdentityFields.None
        : viewer.StaffOffices.Each().Aggregate(IdentityFields.None, (open, k) => open | Fields(c, k, now, viewer.Member.Employer));

    /// <summary>What is known of the case's people and not open to the viewer.</summary>
    public static IdentityFields Hidden(Case c, Viewer viewer, DateTimeOffset now) =>
        c.People.Aggregate(IdentityFields.None, (known, p) => known | p.Filled) & ~Fields(c, viewer, now);

    /// <summary>
    /// Whether a text that tells of health or offences is kept from the viewer: it stays with the office that wrote it until a basis
    /// carries it (GDPR art. 9(2), databeskyttelsesloven § 8 stk. 3-4), or there is danger to life or a child. Who may be shown no name
    /// is shown no such text either.
    /// </summary>
    public static bool Keeps(Case c, Saerlig what, Kontor? writer, Viewer viewer, DateTimeOffset now) =>
        what != Saerlig.Ingen && (viewer.Member.NamesSealed || !Carried(c, what, writer, viewer, now));

    /// <summary>Whether anything of the case is kept from the viewer that a basis or break-glass would open.</summary>
    public static bool KeepsAnything(Case c, Viewer viewer, DateTimeOffset now) =>
        Hidden(c, viewer, now) != IdentityFields.None || c.Marked.Any(m => Keeps(c, m.Value, m.Key, viewer, now));

    private static bool Carried(Case c, Saerlig what, Kontor? writer, Viewer viewer, DateTimeOffset now) =>
        (writer is { } w && viewer.StaffOffices.Has(w))
        || viewer.StaffOffices.Each().Any(k => Unsealed(c, k, now)
            || (Reaches(c, viewer.Member.Employer) && LegalBasisRules.Carries(c.Basis, what, c.Category, k, now)));

    private static bool Reaches(Case c, Employer? reader) => reader is not { } employer || Sharing.Reaches(c.Basis, employer);

    private static bool Unsealed(Case c, Kontor kontor, DateTimeOffset now) => c.UnsealedUntil.TryGetValue(kontor, out var until) && until > now;
}
