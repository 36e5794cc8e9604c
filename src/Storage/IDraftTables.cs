namespace Hub.Storage;

/// <summary>The drafts' table of one database: stores and finds rows, and knows nothing of what they say.</summary>
internal interface IDraftTables
{
    Task Keep(DraftKey key, SealedDraft draft, CancellationToken ct);

    Task<IReadOnlyList<StoredDraft>> Read(DraftSpot spot, CancellationToken ct);

    Task Delete(DraftKey key, CancellationToken ct);

    Task<int> Sweep(TimeSpan untouchedFor, CancellationToken ct);
}

/// <summary>A draft encrypted: its own key, wrapped, and its text under that.</summary>
internal sealed record SealedDraft(Guid Id, Guid? Owner, byte[] Wrapped, byte[] Data);

/// <summary>A row of the table.</summary>
internal sealed record StoredDraft(string Form, SealedDraft Draft, DateTimeOffset SavedAt);
