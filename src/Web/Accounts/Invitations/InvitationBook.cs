using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>The invitations that nobody has used yet.</summary>
internal sealed class InvitationBook(HubIdentityContext accounts, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>Keeps the invitation; an earlier one of the same person to the same area ends.</summary>
    /// <returns>The code, which is kept nowhere.</returns>
    public async Task<string> Invite(Invitation invitation, CancellationToken ct)
    {
        var code = InvitationCode.Make();
        invitation.CodeHash = InvitationCode.Hash(code);
        invitation.ExpiresAt = clock.GetUtcNow() + Lifetime;
        var earlier = await accounts.Invitations.Where(i => i.OmraadeId == invitation.OmraadeId).ToListAsync(ct);
        accounts.Invitations.RemoveRange(earlier.Where(i => i.Email.Equals(invitation.Email, StringComparison.OrdinalIgnoreCase)));
        accounts.Invitations.Add(invitation);
        await accounts.SaveChangesAsync(ct);
        return code;
    }

    /// <summary>The invitation behind a code; null when there is none, or no longer.</summary>
    public async Task<Invitation?> Find(string code, CancellationToken ct)
    {
        var hash = InvitationCode.Hash(code);
        return await accounts.Invitations.FirstOrDefaultAsync(i => i.CodeHash == hash, ct) is { } found && found.ExpiresAt > clock.GetUtcNow() ? found : null;
    }

    /// <summary>Who has been asked into an area and has not come yet.</summary>
    public async Task<IReadOnlyList<Invitation>> Pending(Guid omraadeId, CancellationToken ct)
    {
        var all = await accounts.Invitations.AsNoTracking().Where(i => i.OmraadeId == omraadeId).ToListAsync(ct);
        return [.. all.Where(i => i.ExpiresAt > clock.GetUtcNow()).OrderBy(i => i.Email, StringComparer.Ordinal)];
    }

    public async Task Withdraw(Guid omraadeId, Guid id, CancellationToken ct)
    {
        if (await accounts.Invitations.FirstOrDefaultAsync(i => i.Id == id && i.OmraadeId == omraadeId, ct) is { } invitation)
        {
            await Use(invitation, ct);
        }
    }

    /// <summary>An invitation is good for once.</summary>
    public async Task Use(Invitation invitation, CancellationToken ct)
    {
        accounts.Invitations.Remove(invitation);
        await accounts.SaveChangesAsync(ct);
    }
}
