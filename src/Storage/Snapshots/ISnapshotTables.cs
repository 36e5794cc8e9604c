using Hub.Contracts;

namespace Hub.Storage.Snapshots;

/// <summary>The snapshots' table of one database: one row a stream, and knows nothing of what it says.</summary>
internal interface ISnapshotTables
{
    Task Keep(StreamKey stream, SealedSnapshot snapshot, CancellationToken ct);

    Task<SealedSnapshot?> Find(StreamKey stream, string version, CancellationToken ct);
}

/// <summary>A snapshot whose secrets are encrypted.</summary>
/// <param name="Id">New for each: what its secrets are bound to.</param>
/// <param name="Version">As its maker named it.</param>
/// <param name="Data">The stored form.</param>
internal sealed record SealedSnapshot(Guid Id, string Version, byte[] Data);
