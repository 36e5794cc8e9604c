using System.Text;
using Hub.Storage.Keys;

namespace Hub.Storage;

/// <summary>Seals keys on their way in and opens them on their way out.</summary>
internal sealed class ProtectionKeys(IProtectionTables tables, TenantKeyRing ring) : IProtectionKeys
{
    public IReadOnlyList<string> Read() => [.. tables.Read().Where(row => ring.Knows(row.KeyId)).Select(Open)];

    public void Add(string key)
    {
        var id = Guid.NewGuid();
        var data = AesGcmBox.Seal(ring.ProtectionKey(ring.Current, id), Encoding.UTF8.GetBytes(key), Associated.WithProtectionKey(id));
        tables.Add(new SealedProtectionKey(id, ring.Current, data));
    }

    public Task Alone(Action work, CancellationToken ct) => tables.Alone(work, ct);

    private string Open(SealedProtectionKey row) =>
        Encoding.UTF8.GetString(AesGcmBox.Open(ring.ProtectionKey(row.KeyId, row.Id), row.Data, Associated.WithProtectionKey(row.Id)));
}
