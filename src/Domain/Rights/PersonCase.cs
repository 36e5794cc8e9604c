using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Rights;

/// <summary>One case that a person is in, with its events as they read now.</summary>
/// <param name="Case">The case.</param>
/// <param name="History">Its events, texts as they were written.</param>
/// <param name="PersonId">The person as this case knows them.</param>
public sealed record PersonCase(Case Case, IReadOnlyList<Recorded> History, Guid PersonId)
{
    internal IEnumerable<Part> Others => Case.Parter.Where(p => p.Identity.PersonId != PersonId);

    internal bool IsComplainant => Case.Parter.Any(p => p.Rolle == PartRolle.Klager && p.Identity.PersonId == PersonId);

    internal bool IsBeboer => Case.Beboer?.PersonId == PersonId;
}

/// <summary>Which cases belong to one person: those linked as the same person's, and duplicates that live on in another. A household is not one person.</summary>
public static class SamePerson
{
    /// <summary>Cases to look at next, from one that the person is in as the beboer; none for a side of a case, who is in no link.</summary>
    public static IEnumerable<Guid> Next(PersonCase found) =>
        !found.IsBeboer ? [] : found.Case.Links.Where(l => l.Kind is LinkKind.SammePerson or LinkKind.Dublet).Select(l => l.CaseId);
}
