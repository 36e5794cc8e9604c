using System.Security.Claims;
using Hub.Contracts;

namespace Hub.Web.Edge;

/// <summary>
/// One scope of a token: <c>hub:read:nordbo/{area}/ejendomskontor</c>, likewise <c>flag</c>, <c>identity</c> and <c>manage</c>: what may be done, in which
/// boligorganisation and area, and for which office.
/// </summary>
public sealed record Scope(SystemScope What, string Tenant, Guid Omraade, Kontor Kontor)
{
    /// <summary>The claim that tells them, separated by spaces.</summary>
    public const string ClaimType = "scope";

    private const string Prefix = "hub:";

    /// <summary>Those of a caller's token; what cannot be read gives nothing.</summary>
    public static IReadOnlyList<Scope> Of(ClaimsPrincipal caller) => [.. caller.FindAll(ClaimType).SelectMany(c => c.Value.Split(' ')).Select(Read).OfType<Scope>()];

    public static Scope? Read(string scope) =>
        scope.StartsWith(Prefix, StringComparison.Ordinal) && scope[Prefix.Length..].Split(':') is [var what, var where]
        && where.Split('/') is [var tenant, var area, var office] && Guid.TryParseExact(area, "D", out var omraade)
        && Words.Parse<SystemScope>(what) is { } leave and not SystemScope.None && Words.Parse<Kontor>(office) is { } kontor
            ? new Scope(leave, tenant, omraade, kontor)
            : null;

    public override string ToString() => $"{Prefix}{Words.Of(What)}:{Tenant}/{Omraade}/{Words.Of(Kontor)}";
}
