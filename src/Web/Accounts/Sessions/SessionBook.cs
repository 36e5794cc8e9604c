using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>The sign-ins that still count. Cookies and tokens name theirs, and are worth nothing without it.</summary>
internal sealed class SessionBook(AccountContexts contexts, OpenSessions open, TimeProvider clock)
{
    public const string ClaimType = "hub-session";

    /// <summary>A little longer than the longest refresh token.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(15);

    private static readonly TimeSpan Coarse = TimeSpan.FromHours(1);

    public static Guid? IdOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(ClaimType), out var id) ? id : null;

    public Task<Claim> Start(Guid user, SessionKind kind, bool strong, CancellationToken ct) => Start(user, kind, strong, null, ct);

    /// <param name="user">The person.</param>
    /// <param name="kind">What signed in.</param>
    /// <param name="strong">Whether more than a password was given.</param>
    /// <param name="vouched">What the person's own organisation says; null: they signed in at Hub.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Claim> Start(Guid user, SessionKind kind, bool strong, Vouched? vouched, CancellationToken ct)
    {
        await using var accounts = contexts.New();
        var now = clock.GetUtcNow();
        var old = await accounts.Sessions.Where(s => s.UserId == user).ToListAsync(ct);
        accounts.Sessions.RemoveRange(old.Where(s => s.UsedAt < now - Forgotten));
        var session = new AccountSession { UserId = user, Kind = kind, Strong = strong, Assurance = vouched?.Assurance, OnlyIn = vouched?.Tenant, StartedAt = now, UsedAt = now };
        accounts.Sessions.Add(session);
        await accounts.SaveChangesAsync(ct);
        return new Claim(ClaimType, session.Id.ToString());
    }

    /// <summary>A session for an app, as strong as the one in which the person let it in.</summary>
    public async Task StartApp(Guid id, AccountSession letIn, CancellationToken ct)
    {
        await using var accounts = contexts.New();
        var now = clock.GetUtcNow();
        accounts.Sessions.Add(new AccountSession
        {
            Id = id,
            UserId = letIn.UserId,
            Kind = SessionKind.App,
            Strong = letIn.Strong,
            Assurance = letIn.Assurance,
            OnlyIn = letIn.OnlyIn,
            StartedAt = now,
            UsedAt = now,
        });
        await accounts.SaveChangesAsync(ct);
        open.Forget(id);
    }

    /// <summary>The session behind a cookie or token; null when it has ended.</summary>
    public async Task<AccountSession?> Find(Guid id, CancellationToken ct)
    {
        if (open.TryGet(id, out var known))
        {
            return known;
        }

        await using var accounts = contexts.New();
        var session = await accounts.Sessions.FirstOrDefaultAsync(s => s.Id == id, ct);
        if (session is not null && clock.GetUtcNow() - session.UsedAt > Coarse)
        {
            session.UsedAt = clock.GetUtcNow();
            await accounts.SaveChangesAsync(ct);
        }

        return open.Keep(id, session);
    }

    /// <summary>The same, past what this node remembers: another may have strengthened it a moment ago.</summary>
    public Task<AccountSession?> FindAgain(Guid id, CancellationToken ct)
    {
        open.Forget(id);
        return Find(id, ct);
    }

    /// <summary>Those of the sessions that have not ended.</summary>
    public async Task<IReadOnlySet<Guid>> Among(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var accounts = contexts.New();
        return await accounts.Sessions.Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToHashSetAsync(ct);
    }

    /// <summary>A person's sign-ins, the last used first.</summary>
    public async Task<IReadOnlyList<AccountSession>> Of(Guid user, CancellationToken ct)
    {
        await using var accounts = contexts.New();
        return [.. (await accounts.Sessions.AsNoTracking().Where(s => s.UserId == user).ToListAsync(ct)).OrderByDescending(s => s.UsedAt)];
    }

    /// <summary>More than a password has now been given.</summary>
    public async Task Strengthen(Guid id, CancellationToken ct)
    {
        await using var accounts = contexts.New();
        if (await accounts.Sessions.FirstOrDefaultAsync(s => s.Id == id, ct) is { } session)
        {
            session.Strong = true;
            await accounts.SaveChangesAsync(ct);
            open.Forget(id);
        }
    }

    public Task End(Guid user, Guid id, CancellationToken ct) => End(user, s => s.Id == id, ct);

    public Task EndOthers(Guid user, Guid? keep, CancellationToken ct) => End(user, s => s.Id != keep, ct);

    private async Task End(Guid user, Func<AccountSession, bool> which, CancellationToken ct)
    {
        await using var accounts = contexts.New();
        var ended = (await accounts.Sessions.Where(s => s.UserId == user).ToListAsync(ct)).Where(which).ToList();
        accounts.Sessions.RemoveRange(ended);
        await accounts.SaveChangesAsync(ct);
        ended.ForEach(s => open.EndEverywhere(s.Id));
    }
}

/// <summary>What a boligorganisation's own provider says of a person.</summary>
/// <param name="Tenant">The boligorganisation.</param>
/// <param name="Assurance">The levels of assurance, separated by spaces; empty when it tells none.</param>
internal sealed record Vouched(Guid Tenant, string Assurance);
