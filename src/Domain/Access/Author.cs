using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Access;

/// <summary>
/// Which office wrote a text of a case, and what was open to it then of whom the case is about. What it wrote without knowing is not masked for
/// that office: a mask would tell it that it guessed right.
/// </summary>
/// <param name="Kontor">The office.</param>
/// <param name="By">The one in it who wrote.</param>
/// <param name="Boligorganisation">What was open to those whom the boligorganisation employs.</param>
/// <param name="Kommune">What was open to those whom the kommune employs.</param>
public sealed record Author(Kontor Kontor, Guid By, IdentityFields Boligorganisation, IdentityFields Kommune)
{
    /// <summary>Null where there was no case yet: whoever flags knows what they type.</summary>
    public static Author? Of(Case? before, Recorded recorded) => before is not null && recorded.From is { } kontor
        ? new(
            kontor, recorded.Actor, Opening.Fields(before, kontor, recorded.At, Employer.Boligorganisation),
            Opening.Fields(before, kontor, recorded.At, Employer.Kommune))
        : null;

    /// <summary>Which of the fields that are sealed to the viewer are masked in the text.</summary>
    public IdentityFields Masked(IdentityFields hidden, Viewer viewer, AreaFacts area) =>
        viewer.StaffOffices.Has(Kontor) ? hidden & Knew(area) : hidden;

    private IdentityFields Knew(AreaFacts area) => area.Members.FirstOrDefault(m => m.UserId == By)?.Employer switch
    {
        Employer.Boligorganisation => Boligorganisation,
        Employer.Kommune => Kommune,
        _ => Boligorganisation | Kommune,
    };
}
