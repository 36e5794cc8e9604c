using Hub.Contracts;

namespace Hub.Storage.Snapshots;

/// <summary>Where snapshots lie: one a stream, and it knows nothing of what they say.</summary>
public interface ISnapshotShelf
{
    /// <summary>Puts it in place of the stream's last one.</summary>
    Task Keep(StreamKey stream, SealedSnapshot snapshot, CancellationToken ct);

    /// <summary>The stream's last one; null when there is none of this version.</summary>
    Task<SealedSnapshot?> Find(StreamKey stream, string version, CancellationToken ct);
}

/// <summary>A snapshot whose secrets are encrypted.</summary>
/// <param name="Id">New for each: what its secrets are bound to.</param>
/// <param name="Version">As its maker named it.</param>
/// <param name="Data">The stored form.</param>
public sealed record SealedSnapshot(Guid Id, string Version, byte[] Data);
