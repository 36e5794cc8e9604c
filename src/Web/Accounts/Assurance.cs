using System.Security.Claims;

namespace Hub.Web.Accounts;

/// <summary>How sure one must be of who is at the other end before they are shown a name.</summary>
/// <param name="Demanded">The values that will do, as providers write them (NSIS Betydelig and Høj, say); none: nothing is demanded.</param>
/// <param name="Local">The value that signing in at Hub itself with a second factor counts as; null: none.</param>
public sealed record Assurance(IReadOnlyList<string> Demanded, string? Local)
{
    /// <summary>Where a token tells its level: OpenID's own claim, the usual short one, and that of the Danish public federation.</summary>
    private static readonly string[] Claims = ["acr", "loa", "https://data.gov.dk/concept/core/nsis/loa"];

    /// <summary>The levels that a token tells.</summary>
    public static IReadOnlyList<string> In(IEnumerable<Claim> claims) => [.. claims.Where(c => Claims.Contains(c.Type)).Select(c => c.Value)];

    /// <summary>A system must say it outright: where nothing is demanded, nothing that it says will do.</summary>
    public bool IsVouchedFor(IEnumerable<string> levels) => levels.Any(Demanded.Contains);

    public bool IsMet(IEnumerable<string> levels) => Demanded.Count == 0 || IsVouchedFor(levels);

    internal bool IsMet(AccountSession session) => IsMet(session.Assurance?.Split(' ') ?? (session.Strong && Local is { } local ? [local] : []));
}
