using Hub.Grains;
using Hub.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Features.Administration;

/// <summary>
/// Whom an admin may give a membership by id: people with an account. Who works for other boligorganisationer alone is invited and says yes
/// themselves; a system is nobody's colleague.
/// </summary>
internal sealed class Acquaintances(AccountContexts contexts, ITenantDirectory directory)
{
    public async Task<bool> Includes(Guid user, Guid tenant, CancellationToken ct)
    {
        var memberships = directory.Of(user);
        if (memberships.Count > 0 && memberships.All(m => m.Tenant != tenant))
        {
            return false;
        }

        await using var accounts = contexts.New();
        return await accounts.Users.AnyAsync(u => u.Id == user, ct);
    }
}
