using Hub.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace Hub.Web.Issuer;

/// <summary>Takes back what was given out: the tokens, and the session that they stand for, on every node and every live connection.</summary>
internal sealed class Grants(IssuerContext context, OpenIddictTokenManager<IssuerToken> tokens, OpenIddictAuthorizationManager<IssuerAuthorization> authorizations, SessionBook sessions)
{
    /// <summary>One sign-in of an app for a person, with all that came of it.</summary>
    public async Task End(string authorization, CancellationToken ct)
    {
        if (await authorizations.FindByIdAsync(authorization, ct) is { Subject: { } subject } found)
        {
            await authorizations.TryRevokeAsync(found, ct);
            await tokens.RevokeByAuthorizationIdAsync(authorization, ct);
            await sessions.End(Guid.Parse(subject), found.Id, ct);
        }
    }

    /// <summary>Everything of one app, for one person or for everybody; of a system, all its tokens.</summary>
    public async Task EndAll(Guid client, string? person, CancellationToken ct)
    {
        var open = await context.Authorizations.AsNoTracking()
            .Where(a => a.Application!.Id == client && a.Status == OpenIddictConstants.Statuses.Valid && (person == null || a.Subject == person)).Select(a => a.Id).ToListAsync(ct);
        foreach (var id in open)
        {
            await End(id.ToString(), ct);
        }

        await tokens.RevokeAsync(person, client.ToString(), null, null, ct);
    }
}
