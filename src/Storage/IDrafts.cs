namespace Hub.Storage;

/// <summary>
/// What people have typed and not yet sent. Encrypted like any text: under an item key of its own, wrapped by its owner's key,
/// so that erasing the person erases the draft. <c>Storage.Tests/DraftContract</c> says what every store must do.
/// </summary>
public interface IDrafts
{
    /// <summary>Keeps the text in place of what was kept under the same key.</summary>
    /// <param name="key">Whose, and for which form.</param>
    /// <param name="owner">Whose key wraps it: the person a case is about, or the case; null where there is none yet, then the tenant's.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>False when the owner has no key: it was dropped, and nothing may be kept for them.</returns>
    /// <exception cref="StoreBusyException">Nothing was written.</exception>
    Task<bool> Save(DraftKey key, Guid? owner, string text, CancellationToken ct);

    /// <summary>What one person has kept for the forms of one thing; what can no longer be read is not there.</summary>
    Task<IReadOnlyList<Draft>> Read(DraftSpot spot, CancellationToken ct);

    /// <summary>Lets go of one draft, if it is there.</summary>
    Task Delete(DraftKey key, CancellationToken ct);

    /// <summary>Lets go of every draft that has not been touched for this long, by the database's clock.</summary>
    /// <returns>How many there were.</returns>
    Task<int> Sweep(TimeSpan untouchedFor, CancellationToken ct);
}

/// <summary>Where a person has drafts.</summary>
/// <param name="Tenant">The boligorganisation.</param>
/// <param name="Omraade">The area.</param>
/// <param name="User">Who typed.</param>
/// <param name="Subject">The case; <see cref="Guid.Empty"/> for what is about to become one.</param>
public readonly record struct DraftSpot(Guid Tenant, Guid Omraade, Guid User, Guid Subject);

/// <summary>One draft.</summary>
/// <param name="Spot">Where.</param>
/// <param name="Form">Which of the forms there.</param>
public readonly record struct DraftKey(DraftSpot Spot, string Form);

/// <summary>A draft as it is read back.</summary>
public sealed record Draft(string Form, string Text, DateTimeOffset SavedAt)
{
    /// <summary>Never the text: this may end up in a log line or an exception.</summary>
    public override string ToString() => $"Draft({Form})";
}
