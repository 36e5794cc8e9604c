using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Domain.Cases;

/// <summary>
/// Internal use or videregivelse, by who employs sender and receiver. Who counts as one dataansvarlig is data: whether kommune and
/// boligorganisation share the responsibility for boligsocialt kontor (GDPR art. 26) is theirs to agree on, and until they
/// have, they do not (docs/adr/0009).
/// </summary>
public static class Sharing
{
    private static readonly (Employer Sender, Employer Receiver)[] OneController =
    [
        (Employer.Boligorganisation, Employer.Boligorganisation),
        (Employer.Kommune, Employer.Kommune),
    ];

    public static Deling Between(Employer sender, Employer receiver) =>
        OneController.Contains((sender, receiver)) ? Deling.InternBrug : Deling.Videregivelse;

    /// <summary>How something comes from a person to offices: a videregivelse as soon as one who reads for them has another dataansvarlig.</summary>
    public static Deling To(Kontorer offices, Employer sender, AreaFacts area) =>
        area.Members.Any(m => Viewer.Of(m, area).StaffOffices.Overlaps(offices) && Between(sender, m.Employer) == Deling.Videregivelse)
            ? Deling.Videregivelse
            : Deling.InternBrug;

    /// <summary>Whether the basis also reaches people of this employer.</summary>
    public static bool Reaches(LegalBasis basis, Employer reader) =>
        basis.Employer is not { } recorder || Between(recorder, reader) == Deling.InternBrug || LegalBasisRules.Of(basis.Kind) is { Discloses: true };
}
