namespace Hub.Storage;

/// <summary>The keys that protect cookies and tokens, as ASP.NET Core's data protection writes them; sealed under the master key.</summary>
public interface IProtectionKeys
{
    /// <summary>All keys that can be read; one under a master key that is no longer there is passed over, and what it protected is worth nothing.</summary>
    IReadOnlyList<string> Read();

    /// <summary>Keeps one more; committed on return.</summary>
    void Add(string key);

    /// <summary>Runs while no other process on the same database is in here, so that the first key is made once.</summary>
    Task Alone(Action work, CancellationToken ct);
}

/// <summary>The table that they stand in.</summary>
internal interface IProtectionTables
{
    IReadOnlyList<SealedProtectionKey> Read();

    void Add(SealedProtectionKey key);

    /// <summary>Puts it in the place of the one with its id.</summary>
    void Replace(SealedProtectionKey key);

    Task Alone(Action work, CancellationToken ct);
}

/// <summary>A row of it.</summary>
internal sealed record SealedProtectionKey(Guid Id, string KeyId, byte[] Data);
