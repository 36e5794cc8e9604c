using System.Security.Claims;
using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;

namespace Hub.Web.Edge;

/// <summary>
/// Another system with a token of the trusted issuer. Its scopes read <c>hub:read:nordbo/{area}/ejendomskontor</c>, likewise <c>flag</c> and
/// <c>identity</c>: what it may do, in which boligorganisation and area, and for which office.
/// </summary>
internal static class SystemCaller
{
    public const string AuthenticationType = "Hub.System";
    public const string ScopeClaim = "scope";
    private const string Prefix = "hub:";

    public static bool IsOne(ClaimsPrincipal caller) => caller.Identity?.AuthenticationType == AuthenticationType;

    /// <summary>What it is in an area. Scopes for two offices there are for none: nobody acts on both sides of a handover.</summary>
    public static Membership? Find(ClaimsPrincipal caller, ITenantDirectory directory, Guid omraade)
    {
        var leaves = Leaves(caller).Where(l => l.Omraade == omraade && l.Scope is not SystemScope.None).ToList();
        return leaves.Select(l => (l.Tenant, l.Kontor)).Distinct().ToList() is [var (slug, kontor)]
            && directory.Omraade(omraade) is { } there && directory.Tenant(there.Tenant)?.Slug == slug
            ? Systems.Member(
                there.Tenant, omraade, caller.UserId(), kontor, leaves.Aggregate(SystemScope.None, (all, l) => all | l.Scope),
                assured: !caller.HasClaim(c => c.Type == Standing.NamesSealed))
            : null;
    }

    public static IReadOnlyList<Membership> Of(ClaimsPrincipal caller, ITenantDirectory directory) =>
        [.. Leaves(caller).Select(l => l.Omraade).Distinct().Select(o => Find(caller, directory, o)).OfType<Membership>()];

    private static IEnumerable<Leave> Leaves(ClaimsPrincipal caller) =>
        caller.FindAll(ScopeClaim).SelectMany(c => c.Value.Split(' ')).Select(Read).OfType<Leave>();

    private static Leave? Read(string scope) =>
        scope.StartsWith(Prefix, StringComparison.Ordinal) && scope[Prefix.Length..].Split(':') is [var what, var where]
        && where.Split('/') is [var tenant, var area, var office] && Guid.TryParseExact(area, "D", out var omraade)
        && Words.Parse<SystemScope>(what) is { } leave && Words.Parse<Kontor>(office) is { } kontor
            ? new Leave(leave, tenant, omraade, kontor)
            : null;

    private sealed record Leave(SystemScope Scope, string Tenant, Guid Omraade, Kontor Kontor);
}
