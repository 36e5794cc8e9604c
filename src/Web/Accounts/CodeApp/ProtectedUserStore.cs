using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hub.Web.Accounts;

/// <summary>Keeps authenticator keys and recovery codes encrypted: a copy of the database is no second factor.</summary>
internal sealed class ProtectedUserStore(HubIdentityContext context, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<HubUser, HubIdentityContext, Guid>(context, describer)
{
    /// <summary>SQLite's code for a constraint that does not hold.</summary>
    private const int Taken = 19;

    private readonly IDataProtector protector = protection.CreateProtector("account-tokens");

    /// <summary>Of two requests that add the same row to an account, the slower is told that somebody was faster.</summary>
    public override async Task<IdentityResult> UpdateAsync(HubUser user, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.UpdateAsync(user, cancellationToken);
        }
        catch (DbUpdateException e) when (e.InnerException is SqliteException { SqliteErrorCode: Taken } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            Context.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).ToList().ForEach(entry => entry.State = EntityState.Detached);
            return IdentityResult.Failed(ErrorDescriber.ConcurrencyFailure());
        }
    }

    public override Task SetTokenAsync(HubUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(HubUser user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } kept ? protector.Unprotect(kept) : null;
        }
        catch (CryptographicException) // the keys are others: as good as not set up
        {
            return null;
        }
    }
}
