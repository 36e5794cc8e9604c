using System.Text;
using Hub.Storage.Keys;

namespace Hub.Storage;

/// <summary>Seals keys on their way in and opens them on their way out.</summary>
internal sealed class ProtectionKeys(IProtectionTables tables, TenantKeyRing ring) : IProtectionKeys
{
    public IReadOnlyList<string> Read() => [.. tables.Read().Where(row => ring.Knows(row.KeyId)).Select(Open)];

    public void Add(string key) => tables.Add(Seal(Guid.NewGuid(), key));

    /// <summary>Seals by the current master key what is under another one; done again after a crash it finishes the rest.</summary>
    public void Reseal()
    {
        foreach (var row in tables.Read().Where(row => row.KeyId != ring.Current && ring.Knows(row.KeyId)))
            tables.Replace(Seal(row.Id, Open(row)));
    }

    public Task Alone(Action work, CancellationToken ct) => tables.Alone(work, ct);

    private SealedProtectionKey Seal(Guid id, string key) => new(
        id, ring.Current, AesGcmBox.Seal(ring.ProtectionKey(ring.Current, id), Encoding.UTF8.GetBytes(key), Associated.WithProtectionKey(id)));

    private string Open(SealedProtectionKey row) =>
        Encoding.UTF8.GetString(AesGcmBox.Open(ring.ProtectionKey(row.KeyId, row.Id), row.Data, Associated.WithProtectionKey(row.Id)));
}
