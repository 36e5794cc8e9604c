namespace Hub.Contracts;

/// <summary>
/// One personal field of an event or of state: readable in memory, encrypted wherever it is stored.
/// </summary>
/// <param name="Owner">Whose key wraps it: a personId, or the id of the case, matter or task when nobody is named.</param>
/// <param name="Item">The key of its own that a free text has; null for an identity field, which is under the owner's key itself.</param>
/// <param name="Field">Which field of the event it is, part of the associated data of the encryption.</param>
/// <param name="Value">The plain text; null once its key has been dropped.</param>
public sealed record Secret(Guid Owner, Guid? Item, string Field, string? Value)
{
    /// <summary>The same field after its key has been dropped.</summary>
    public Secret Forgotten() => this with { Value = null };

    /// <summary>Never the value: this text may end up in a log line or an exception.</summary>
    public override string ToString() => $"Secret({Field})";
}

/// <summary>What is stored about who a person is. Every field is under the person's own key.</summary>
/// <param name="PersonId">Per tenant, made when someone is named.</param>
/// <param name="Name">The full name.</param>
/// <param name="Address">Street, number, floor and door.</param>
/// <param name="Lejemaal">The id of the tenancy, as text: a door points at a person as surely as a name.</param>
/// <param name="Phone">As it was written.</param>
public sealed record Identity(Guid PersonId, Secret? Name, Secret? Address, Secret? Lejemaal, Secret? Phone)
{
    /// <summary>The same person after the person's key has been dropped.</summary>
    public Identity Forgotten() => new(PersonId, Name?.Forgotten(), Address?.Forgotten(), Lejemaal?.Forgotten(), Phone?.Forgotten());

    /// <summary>The same person with these fields alone.</summary>
    public Identity Only(IdentityFields fields) => this with
    {
        Name = fields.HasFlag(IdentityFields.Name) ? Name : null,
        Address = fields.HasFlag(IdentityFields.Address) ? Address : null,
        Lejemaal = fields.HasFlag(IdentityFields.Lejemaal) ? Lejemaal : null,
        Phone = fields.HasFlag(IdentityFields.Phone) ? Phone : null,
    };

    /// <summary>The fields in which something readable stands.</summary>
    public IdentityFields Filled =>
        (Name?.Value is null ? 0 : IdentityFields.Name) | (Address?.Value is null ? 0 : IdentityFields.Address)
        | (Lejemaal?.Value is null ? 0 : IdentityFields.Lejemaal) | (Phone?.Value is null ? 0 : IdentityFields.Phone);

    /// <summary>Whether nothing readable is left.</summary>
    public bool IsForgotten => Name?.Value is null && Address?.Value is null && Lejemaal?.Value is null && Phone?.Value is null;
}

/// <summary>One side of a case besides the beboer, a person with a key of its own.</summary>
public sealed record Part(PartRolle Rolle, Identity Identity);
