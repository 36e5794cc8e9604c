using Hub.Contracts;
using Hub.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Features.Administration;

/// <summary>The members of an area as their admin knows them.</summary>
internal static class NamedMembers
{
    public static async Task<IReadOnlyList<(Membership Member, string Name, string? Email)>> Named(
        this HubIdentityContext accounts, IReadOnlyList<Membership> members, CancellationToken ct)
    {
        var ids = members.Select(m => m.UserId).ToList();
        var users = await accounts.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, ct);
        return
        [
            .. members.Select(m => (m, users.GetValueOrDefault(m.UserId)?.Name ?? "", users.GetValueOrDefault(m.UserId)?.Email))
                .OrderBy(p => p.m.Kontor).ThenBy(p => p.Item2, StringComparer.CurrentCulture),
        ];
    }
}
