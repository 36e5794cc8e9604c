using System.Security.Cryptography;
using Hub.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Issuer;

/// <summary>The issuer's keys in the store. One that cannot be opened, because the master key over it is gone, is none.</summary>
internal sealed class IssuerKeyBook(HubStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("issuer-keys");

    public async Task<IReadOnlyList<IssuerKey>> Read(CancellationToken ct)
    {
        await using var context = IssuerContext.Open(store);
        return Open(await context.Keys.AsNoTracking().ToListAsync(ct));
    }

    /// <summary>Makes what is due, on one node only, and lets go of what is spent.</summary>
    public async Task<IReadOnlyList<IssuerKey>> Tend(CancellationToken ct)
    {
        var keys = await Read(ct);
        if (Due(keys).Count > 0)
        {
            await store.ProtectionKeys.Alone(Make, ct);
            keys = await Read(ct);
        }

        return keys;
    }

    private void Make()
    {
        using var context = IssuerContext.Open(store);
        var kept = context.Keys.ToList();
        foreach (var signs in Due(Open(kept)))
        {
            var key = IssuerKey.New(Guid.NewGuid(), signs, clock.GetUtcNow());
            context.Keys.Add(new KeptKey { Id = key.Id, MadeAt = key.MadeAt, Signs = signs, Material = protector.Protect(Convert.ToBase64String(key.Material)) });
        }

        context.Keys.RemoveRange(kept.Where(k => KeySchedule.IsSpent(k, clock.GetUtcNow())));
        context.SaveChanges();
    }

    private List<bool> Due(IReadOnlyList<IssuerKey> keys) => [.. new[] { true, false }.Where(signs => KeySchedule.IsNextDue(keys.Where(k => k.Signs == signs), clock.GetUtcNow()))];

    private List<IssuerKey> Open(IEnumerable<KeptKey> kept) => [.. kept.Select(Open).OfType<IssuerKey>()];

    private IssuerKey? Open(KeptKey kept)
    {
        try
        {
            return new IssuerKey(kept.Id, kept.MadeAt, kept.Signs, Convert.FromBase64String(protector.Unprotect(kept.Material)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
