using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Rights;

/// <summary>The persons of a case without their names.</summary>
internal static class Persons
{
    public static IEnumerable<PersonRef> Of(Case c) =>
        (c.Beboer is { IsForgotten: false } b ? [new PersonRef(b.PersonId, null)] : Array.Empty<PersonRef>())
        .Concat(c.Parter.Where(p => !p.Identity.IsForgotten).Select(p => new PersonRef(p.Identity.PersonId, p.Rolle)));
}
