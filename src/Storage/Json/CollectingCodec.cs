using Hub.Contracts;

namespace Hub.Storage.Json;

/// <summary>Writes no secret and remembers which there are, so that their keys can be fetched before they are needed.</summary>
internal sealed class CollectingCodec : SecretCodec
{
    internal HashSet<Guid> Owners { get; } = [];

    internal HashSet<Guid> Items { get; } = [];

    internal override byte[]? Seal(Secret secret)
    {
        if (secret.Value is null)
            return null;
        Owners.Add(secret.Owner);
        if (secret.Item is { } item)
            Items.Add(item);
        return null;
    }

    internal override string Open(Secret header, byte[] box) => throw new InvalidOperationException("Collecting does not read.");
}
