namespace Hub.Web.Issuer;

/// <summary>
/// When keys change. A new one is made while the old one still serves, so that every node, and everybody who has the public keys, knows it before it is used;
/// the old one is kept until nothing that it has made is good for anything any more.
/// </summary>
internal static class KeySchedule
{
    /// <summary>How old the newest key is when the next is made.</summary>
    public static readonly TimeSpan Serves = TimeSpan.FromDays(30);

    /// <summary>How long a new key is only shown.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromDays(1);

    /// <summary>A day longer than the longest refresh token.</summary>
    private static readonly TimeSpan Outlives = Lifetimes.Refresh + TimeSpan.FromDays(1);

    public static bool IsNextDue(IEnumerable<IssuerKey> ofOneUse, DateTimeOffset now) => !ofOneUse.Any(k => now - k.MadeAt < Serves);

    public static bool IsSpent(KeptKey key, DateTimeOffset now) => now - key.MadeAt > Serves + Shown + Outlives;

    /// <summary>The one that makes new tokens first: the newest that has been shown long enough, or the oldest where none has.</summary>
    public static IReadOnlyList<IssuerKey> InOrder(IEnumerable<IssuerKey> ofOneUse, DateTimeOffset now)
    {
        var newest = ofOneUse.OrderByDescending(k => k.MadeAt).ToList();
        var current = newest.FirstOrDefault(k => now - k.MadeAt >= Shown) ?? newest.LastOrDefault();
        return current is null ? [] : [current, .. newest.Where(k => k != current)];
    }
}

/// <summary>How long what the issuer gives out is good for.</summary>
internal static class Lifetimes
{
    public static readonly TimeSpan Code = TimeSpan.FromMinutes(1);

    /// <summary>The same as of Hub's own bearer tokens.</summary>
    public static readonly TimeSpan Access = TimeSpan.FromMinutes(10);

    /// <summary>From the moment the person let the app in: renewing does not push it on.</summary>
    public static readonly TimeSpan Refresh = TimeSpan.FromDays(14);
}
