using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;

namespace Hub.Domain.Views;

/// <summary>Which offices see who a case is about, and why: so that whoever reads the case learns the rule.</summary>
internal static class Names
{
    public static IReadOnlyList<NameAccess> Of(Case c, DateTimeOffset now) =>
        c.People.All(p => p.IsForgotten) ? [] : [.. CaseSight.Offices(c).Each().Select(k => Of(c, k, now))];

    /// <summary>Why the identity is open to one of the viewer's offices; break-glass only where nothing else opens it.</summary>
    public static NameReason? Why(Case c, Viewer viewer, DateTimeOffset now) => viewer.StaffOffices.Each()
        .Where(k => CaseSight.OpenTo(c, k, now)).Select(k => (NameReason?)Reason(c, k, now).Reason).Min();

    private static NameAccess Of(Case c, Kontor kontor, DateTimeOffset now)
    {
        var (reason, until) = Reason(c, kontor, now);
        return new NameAccess(kontor, CaseSight.OpenTo(c, kontor, now), reason, until);
    }

    private static (NameReason Reason, DateTimeOffset? Until) Reason(Case c, Kontor kontor, DateTimeOffset now) =>
        c.FirstFlagger.Kontor == kontor ? (NameReason.Meldte, null)
        : LegalBasisRules.Opens(c.Basis, c.Category, kontor, now) ? (NameReason.Grundlag, c.Basis.Expires)
        : c.UnsealedUntil.TryGetValue(kontor, out var until) && until > now ? (NameReason.Noedaabnet, until)
        : c.Basis.Kind == LegalBasisKind.IkkeSpurgt ? (NameReason.IkkeSpurgt, null)
        : c.Basis.Expires <= now ? (NameReason.Udloebet, c.Basis.Expires)
        : (NameReason.AndetGrundlag, null);
}
