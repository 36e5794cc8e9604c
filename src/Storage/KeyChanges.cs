using Hub.Contracts;

namespace Hub.Storage;

/// <summary>Which keys an event drops, in the transaction that appends it.</summary>
public static class KeyChanges
{
    /// <summary>What happens to keys, in order; nothing for most events.</summary>
    public static IEnumerable<KeyChange> Of(Event e) => e switch
    {
        PersonsErased x => x.PersonIds.Select(p => new KeyChange.DropOwner(p)),
        CaseDeleted x => x.Keys.Select(k => new KeyChange.DropOwner(k)),
        // The texts of the case stay: they move under the case's own key before the person's is dropped.
        IdentityForgotten x => x.PersonIds.SelectMany(p => new KeyChange[] { new KeyChange.Rewrap(p, x.CaseId), new KeyChange.DropOwner(p) }),
        IdentityCorrected x => [new KeyChange.Rewrap(x.PersonId, x.Identity.PersonId), new KeyChange.DropOwner(x.PersonId)],
        ITextCorrection x => [new KeyChange.DropItem(x.Item)],
        _ => [],
    };
}
