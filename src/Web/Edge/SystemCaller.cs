using System.Security.Claims;
using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;

namespace Hub.Web.Edge;

/// <summary>Another system with a token, whose scopes say what it is.</summary>
internal static class SystemCaller
{
    public const string AuthenticationType = "Hub.System";

    public static bool IsOne(ClaimsPrincipal caller) => caller.Identity?.AuthenticationType == AuthenticationType;

    /// <summary>What it is in an area. Scopes for two offices there are for none: nobody acts on both sides of a handover.</summary>
    public static Membership? Find(ClaimsPrincipal caller, ITenantDirectory directory, Guid omraade)
    {
        var scopes = Scope.Of(caller).Where(s => s.Omraade == omraade).ToList();
        return scopes.Select(s => (s.Tenant, s.Kontor)).Distinct().ToList() is [var (slug, kontor)]
            && directory.Omraade(omraade) is { } there && directory.Tenant(there.Tenant)?.Slug == slug
            ? Systems.Member(
                there.Tenant, omraade, caller.UserId(), kontor, scopes.Aggregate(SystemScope.None, (all, s) => all | s.What),
                assured: !caller.HasClaim(c => c.Type == Standing.NamesSealed))
            : null;
    }

    public static IReadOnlyList<Membership> Of(ClaimsPrincipal caller, ITenantDirectory directory) =>
        [.. Scope.Of(caller).Select(s => s.Omraade).Distinct().Select(o => Find(caller, directory, o)).OfType<Membership>()];
}
