using Hub.Contracts;

namespace Hub.Storage;

/// <summary>What an area is called in a cluster: its grain, and the row of that grain's state.</summary>
public static class GrainKey
{
    /// <summary><c>tenant/area</c>.</summary>
    public static string Of(StreamKey stream) => $"{OfTenant(stream.Tenant)}{stream.Stream:N}";

    /// <summary>What the keys of all areas of a tenant begin with.</summary>
    public static string OfTenant(Guid tenant) => $"{tenant:N}/";

    /// <summary>The stream behind a key.</summary>
    public static StreamKey Parse(string key)
    {
        var parts = key.Split('/');
        return new StreamKey(Guid.ParseExact(parts[0], "N"), Guid.ParseExact(parts[1], "N"));
    }
}
