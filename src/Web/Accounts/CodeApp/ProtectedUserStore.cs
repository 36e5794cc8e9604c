using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>Keeps authenticator keys and recovery codes encrypted: a copy of the database is no second factor.</summary>
internal sealed class ProtectedUserStore(HubIdentityContext context, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<HubUser, HubIdentityContext, Guid>(context, describer)
{
    private readonly IDataProtector protector = protection.CreateProtector("account-tokens");

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
