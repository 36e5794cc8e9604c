using System.Security.Claims;
using Hub.Contracts;
using Hub.Domain.Tenants;
using Hub.Grains;
using Hub.Web.Edge;

namespace Hub.Web.Issuer;

/// <summary>Which scopes a client is given of those that it asks for.</summary>
internal static class Given
{
    /// <summary>What there is to be given.</summary>
    public static IReadOnlyList<SystemScope> Each { get; } = [SystemScope.Read, SystemScope.Flag, SystemScope.Manage];

    /// <summary>What can never be given to it, whoever it acts for: another boligorganisation's, more than it is registered for, or nothing that Hub knows.</summary>
    public static bool IsTooMuch(IEnumerable<string> asked, string slug, Client client) => asked.Any(scope => scope is not ("openid" or "offline_access")
        && !(Scope.Read(scope) is { } read && read.Tenant == slug && client.Of(read.What, read.Omraade, read.Kontor) != SystemScope.None));

    /// <summary>To a system: what it asks for, or everything that it is registered for.</summary>
    public static IReadOnlyList<string> ToSystem(IReadOnlyCollection<string> asked, string slug, Client client) =>
        [.. (client.Places ?? []).SelectMany(p => Scopes(client, slug, p.OmraadeId, p.Kontor, client.Leave, asked))];

    /// <summary>To an app: of what it asks for, or may have, what its person is: wherever they belong to an office of the boligorganisation.</summary>
    public static IReadOnlyList<string> ToApp(IReadOnlyCollection<string> asked, string slug, Client client, IEnumerable<Membership> person) =>
        [.. person.Where(m => m.Kontor is not null).SelectMany(m => Scopes(client, slug, m.OmraadeId, m.Kontor!.Value, client.Leave, asked))];

    /// <summary>The memberships that count towards a client's boligorganisation.</summary>
    public static IEnumerable<Membership> In(this ITenantDirectory directory, ClaimsPrincipal person, Guid tenant) => directory.Of(person).Where(m => m.Tenant == tenant);

    private static IEnumerable<string> Scopes(Client client, string slug, Guid omraade, Kontor kontor, SystemScope most, IReadOnlyCollection<string> asked) => Each
        .Where(what => most.HasFlag(what) && client.Of(what, omraade, kontor) != SystemScope.None)
        .Select(what => new Scope(what, slug, omraade, kontor).ToString())
        .Where(scope => asked.Count == 0 || asked.Contains(scope));
}
