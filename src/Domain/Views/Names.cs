using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;

namespace Hub.Domain.Views;

/// <summary>Which offices see who a case is about, and why: so that whoever reads the case learns the rule.</summary>
internal static class Names
{
    public static IReadOnlyList<NameAccess> Of(Case c, Viewer viewer, DateTimeOffset now) =>
        c.People.All(p => p.IsForgotten) ? [] : [.. CaseSight.Offices(c).Each().Select(k => Of(c, k, Reader(k, viewer), now))];

    /// <summary>Why the identity is open to one of the viewer's offices; break-glass only where nothing else opens it.</summary>
    public static NameReason? Why(Case c, Viewer viewer, DateTimeOffset now) => viewer.StaffOffices.Each()
        .Where(k => Opening.Fields(c, k, now, viewer.Member.Employer) != IdentityFields.None)
        .Select(k => (NameReason?)Reason(c, k, viewer.Member.Employer, now).Reason).Min();

    private static NameAccess Of(Case c, Kontor kontor, Employer? reader, DateTimeOffset now)
    {
        var (reason, until) = Reason(c, kontor, reader, now);
        var open = Opening.Fields(c, kontor, now, reader);
        var known = c.People.Aggregate(IdentityFields.None, (fields, p) => fields | p.Filled);
        return new NameAccess(kontor, open != IdentityFields.None, reason, until)
        {
            Hidden = open == IdentityFields.None ? [] : [.. (known & ~open).Each()],
        };
    }

    /// <summary>The viewer is told of their own office what holds for themselves.</summary>
    private static Employer? Reader(Kontor kontor, Viewer viewer) => viewer.StaffOffices.Has(kontor) ? viewer.Member.Employer : null;

    private static (NameReason Reason, DateTimeOffset? Until) Reason(Case c, Kontor kontor, Employer? reader, DateTimeOffset now)
    {
        var covered = LegalBasisRules.Opens(c.Basis, c.Category, kontor, now);
        var reached = reader is not { } employer || Sharing.Reaches(c.Basis, employer);
        return c.FirstFlagger.Kontor == kontor ? (NameReason.Meldte, null)
            : covered && reached ? (NameReason.Grundlag, c.Basis.Expires)
            : c.UnsealedUntil.TryGetValue(kontor, out var until) && until > now ? (NameReason.Noedaabnet, until)
            : c.Basis.Kind == LegalBasisKind.IkkeSpurgt ? (NameReason.IkkeSpurgt, null)
            : c.Basis.Expires <= now ? (NameReason.Udloebet, c.Basis.Expires)
            : covered ? (NameReason.AndenArbejdsgiver, null)
            : (NameReason.AndetGrundlag, null);
    }
}
