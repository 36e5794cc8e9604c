using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Grains;
using Hub.Web.Edge;

namespace Hub.Web.Features.Flags;

/// <summary>
/// A flag from the page's form. Its parts that are out of sight for what was chosen count for nothing, and a typed address
/// that is a door of the area is that door.
/// </summary>
internal static class FlagFields
{
    public static FlagCase Read(Fields fields, Omraade omraade)
    {
        var flag = FlagEndpoints.Read(fields, omraade);
        var sides = flag.Category == Category.Naboklage;
        return flag with
        {
            Beboer = sides || flag.Beboer is null ? null : AtDoor(flag.Beboer, omraade),
            Parter = sides ? [.. flag.Parter.Where(p => IsNamed(p.Person)).Select(p => p with { Person = AtDoor(p.Person, omraade) })] : [],
            LegalBasis = InSight(flag.LegalBasis),
        };
    }

    private static LegalBasisInput InSight(LegalBasisInput basis) => basis with
    {
        Form = LegalBasisRules.Of(basis.Kind) is { FormDemanded: true } ? basis.Form : null,
        Purpose = LegalBasisRules.Of(basis.Kind) is { PurposeDemanded: true } ? basis.Purpose : null,
    };

    private static bool IsNamed(PersonInput person) => person is not { Name: null, Address: null, LejemaalId: null, Phone: null };

    private static PersonInput AtDoor(PersonInput person, Omraade omraade) =>
        person is { LejemaalId: null, Address: { } typed } && omraade.Lejemaal.FirstOrDefault(l => Same(l.Address, typed)) is { } door
            ? person with { LejemaalId = door.Id, Address = door.Address }
            : person;

    private static bool Same(string one, string other) => Letters(one) == Letters(other);

    private static string Letters(string address) => string.Concat(address.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
