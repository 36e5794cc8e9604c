using Hub.Grains;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>The boligorganisationer's own providers.</summary>
internal sealed class ProviderBook(HubIdentityContext accounts, ITenantDirectory directory, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("sign-in-provider");

    public Task<bool> Any(CancellationToken ct) => accounts.Providers.AnyAsync(ct);

    /// <summary>The provider of an organisation's short name.</summary>
    public async Task<AccountProvider?> Of(string slug, CancellationToken ct) =>
        directory.Tenants.FirstOrDefault(t => t.Slug == slug) is { } tenant ? await Of(tenant.Id, ct) : null;

    public async Task<AccountProvider?> Of(Guid tenant, CancellationToken ct) => await accounts.Providers.AsNoTracking().FirstOrDefaultAsync(p => p.Tenant == tenant, ct);

    /// <summary>The short name of the organisation that somebody means, by that name or by an address's domain. The answer is the same whoever's address it is.</summary>
    public async Task<string?> Slug(string typed, CancellationToken ct)
    {
        var providers = await accounts.Providers.AsNoTracking().ToListAsync(ct);
        var meant = providers.FirstOrDefault(p => typed.Contains('@', StringComparison.Ordinal) ? p.HasDomainOf(typed) : directory.Tenant(p.Tenant)?.Slug == typed.ToLowerInvariant());
        return meant is null ? null : directory.Tenant(meant.Tenant)?.Slug;
    }

    /// <summary>Sets up a tenant's provider in place of an earlier one.</summary>
    public async Task Keep(Guid tenant, Func<Func<string, string>, AccountProvider> make, CancellationToken ct)
    {
        await Remove(tenant, ct);
        accounts.Providers.Add(make(secret => protector.Protect(secret)));
        await accounts.SaveChangesAsync(ct);
    }

    public async Task Remove(Guid tenant, CancellationToken ct)
    {
        accounts.Providers.RemoveRange(await accounts.Providers.Where(p => p.Tenant == tenant).ToListAsync(ct));
        await accounts.SaveChangesAsync(ct);
    }

    public string Secret(AccountProvider provider) => protector.Unprotect(provider.ClientSecret);
}
