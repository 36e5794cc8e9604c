using System.Net;
using Hub.Web.Accounts;

namespace Hub.Web;

/// <summary>What the operator decides, read once at start from environment, appsettings and command line.</summary>
public sealed record Settings
{
    public required string DataFolder { get; init; }

    /// <summary><c>sqlite:PATH</c> or <c>postgres://…</c>.</summary>
    public required string Database { get; init; }

    /// <summary>The connection that migrates; null: <see cref="Database"/> does.</summary>
    public string? DatabaseOwner { get; init; }

    /// <summary>The folder of the list of erasures. It lies outside the database, and no restore touches it.</summary>
    public required string Erasures { get; init; }

    /// <summary>Whether that list is this node's own, although other nodes may work on the same database. A restore then brings back what they have erased.</summary>
    public required bool ErasuresAreOwn { get; init; }

    public required IReadOnlyList<Uri> Urls { get; init; }

    public required Uri PublicUrl { get; init; }

    public required bool Demo { get; init; }

    /// <summary><c>id:base64[,id:base64]</c>, the current key first.</summary>
    public required string TenantKey { get; init; }

    /// <summary>What opens the operator's page; null: there is none.</summary>
    public string? OperatorToken { get; init; }

    public required bool RequireMfa { get; init; }

    public required bool RateLimits { get; init; }

    /// <summary>How many requests are served at a time.</summary>
    public required int MostRequests { get; init; }

    /// <summary>How many live connections are kept at a time.</summary>
    public required int MostConnections { get; init; }

    /// <summary>How long a process that is to stop still listens and says so: as long as the load balancer needs to notice.</summary>
    public required TimeSpan Drain { get; init; }

    /// <summary>For tests: how far this node's clock is off.</summary>
    public required TimeSpan ClockOff { get; init; }

    /// <summary>The cluster whose silos run the turns; null: this process does.</summary>
    public string? Cluster { get; init; }

    /// <summary>Whether nodes on one PostgreSQL wake each other; off where a pooler cannot carry LISTEN. Then a change of another node is seen within a second.</summary>
    public required bool WakeUps { get; init; }

    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary>The issuer whose tokens other systems come with; null: there are none.</summary>
    public Uri? JwtAuthority { get; init; }

    /// <summary>What such a token must be made out to.</summary>
    public string? JwtAudience { get; init; }

    /// <summary>How sure one must be of somebody who is shown a name.</summary>
    public required Assurance Assurance { get; init; }

    /// <summary>Where people come by https, no cookie travels without it.</summary>
    internal CookieSecurePolicy CookiesAre =>
        PublicUrl.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>What a cookie is called: where people come by https, a browser takes this name from no other host and no plain page.</summary>
    internal string CookieName(string name) => CookiesAre == CookieSecurePolicy.Always ? $"__Host-{name}" : name;
}

/// <summary>A setting that makes no sense; its message is the one line that the operator sees.</summary>
public sealed class SettingsException(string message) : Exception(message)
{
    /// <summary>Reads what is read elsewhere.</summary>
    internal static T Of<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new SettingsException(e.Message);
        }
    }
}
