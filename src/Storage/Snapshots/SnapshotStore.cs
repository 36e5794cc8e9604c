using System.Security.Cryptography;
using System.Text.Json;
using Hub.Contracts;

namespace Hub.Storage.Snapshots;

/// <summary>Encrypts states on their way in and opens them on their way out, under the keys that their events made.</summary>
internal sealed class SnapshotStore(ISnapshotShelf snapshots, Sealer sealer) : ISnapshots
{
    public async Task Save<T>(StreamKey stream, string version, T state, CancellationToken ct) where T : class
    {
        var id = Guid.NewGuid();
        var (json, secrets) = StateJson.Write(state);
        var keys = await sealer.FindKeys(stream.Tenant, SecretGroup.KeysOf(secrets), ct);
        var groups = SecretGroup.Of(secrets).Select(g => g.Seal(stream.Tenant, id, secrets, keys));
        await snapshots.Keep(stream, new SealedSnapshot(id, version, SnapshotBytes.Write(json, secrets.Count, groups)), ct);
    }

    public async Task<T?> Load<T>(StreamKey stream, string version, CancellationToken ct) where T : class
    {
        if (await snapshots.Find(stream, version, ct) is not { } stored)
            return null;
        try
        {
            var (json, count, groups) = SnapshotBytes.Read(stored.Data);
            var keys = await sealer.FindKeys(stream.Tenant, SecretGroup.KeysOf(groups), ct);
            var secrets = new Secret[count];
            // Thousands of small boxes: what takes the time of a cold start.
            Parallel.ForEach(groups, group => group.Open(stream.Tenant, stored.Id, secrets, keys));
            return StateJson.Read<T>(json.Span, secrets);
        }
        catch (Exception e) when (e is AggregateException or CryptographicException or JsonException or IOException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new SnapshotUnreadableException(stream, (e as AggregateException)?.InnerException ?? e);
        }
    }
}
