using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Edge;

namespace Hub.Web.Features;

/// <summary>A person as they stand in a body.</summary>
internal static class PersonInputs
{
    public static PersonInput Read(Fields fields, Omraade omraade) => new(
        fields.TextOrNull("name", Limits.Name),
        fields.TextOrNull("address", Limits.Address),
        fields.IdAmong("lejemaalId", id => omraade.Lejemaal.Any(l => l.Id == id)),
        fields.TextOrNull("phone", Limits.Phone));
}
