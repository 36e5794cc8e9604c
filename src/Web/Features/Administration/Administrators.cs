using System.Security.Claims;
using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Edge;

namespace Hub.Web.Features.Administration;

/// <summary>Whose boligorganisation it is to administrate.</summary>
internal static class Administrators
{
    /// <summary>What makes the user an admin of a boligorganisation, all of whose areas are theirs to set up; null when they are none.</summary>
    public static Membership? Admin(this ITenantDirectory directory, ClaimsPrincipal user, Guid tenant) =>
        directory.Of(user).FirstOrDefault(m => m.Tenant == tenant && m.Rolle == Rolle.Admin);

    /// <summary>The boligorganisationer that the user is an admin of.</summary>
    public static IEnumerable<TenantInfo> Administered(this ITenantDirectory directory, ClaimsPrincipal user) =>
        directory.Of(user).Where(m => m.Rolle == Rolle.Admin).Select(m => m.Tenant).Distinct().Select(t => directory.Tenant(t)!).OrderBy(t => t.Name, StringComparer.CurrentCulture);
}
