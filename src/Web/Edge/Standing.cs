using System.Security.Claims;
using Hub.Contracts;
using Hub.Grains;

namespace Hub.Web.Edge;

/// <summary>
/// What the caller is, now: a person by the directory and by how they signed in, an app as its person and by its token, a system by its token. Whatever is
/// served asks here, not the directory by user id, which would not know of any of it.
/// </summary>
internal static class Standing
{
    /// <summary>The caller has signed in too weakly to be shown a name.</summary>
    public const string NamesSealed = "hub-names-sealed";

    /// <summary>The one boligorganisation that the sign-in counts in, whose own provider vouched for the person.</summary>
    public const string OnlyIn = "hub-only-in";

    /// <summary>What the caller is in an area; null when the area is not theirs or not there.</summary>
    public static Membership? Find(this ITenantDirectory directory, ClaimsPrincipal caller, Guid omraade) =>
        SystemCaller.IsOne(caller) ? SystemCaller.Find(caller, directory, omraade)
        : directory.Find(caller.UserId(), omraade) is { } member ? Of(caller, member, directory)
        : null;

    /// <summary>Everything the caller is, across tenants.</summary>
    public static IReadOnlyList<Membership> Of(this ITenantDirectory directory, ClaimsPrincipal caller) => SystemCaller.IsOne(caller)
        ? SystemCaller.Of(caller, directory)
        : [.. directory.Of(caller.UserId()).Select(m => Of(caller, m, directory)).OfType<Membership>()];

    private static Membership? Of(ClaimsPrincipal caller, Membership member, ITenantDirectory directory) =>
        caller.FindFirstValue(OnlyIn) is { } only && only != member.Tenant.ToString() ? null
        : !AppCaller.IsOne(caller) ? AsSeen(caller, member)
        : AppCaller.Narrowed(caller, member, directory) is { } narrowed ? AsSeen(caller, narrowed)
        : null;

    private static Membership AsSeen(ClaimsPrincipal caller, Membership member) =>
        caller.HasClaim(c => c.Type == NamesSealed) ? member with { NamesSealed = true } : member;
}
