using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Hub.Web.Accounts;

/// <summary>The systems that have come with a good token, by the name that the issuer knows them by: so that a log that knows ids can say who.</summary>
internal sealed class SystemBook(HubIdentityContext accounts, IMemoryCache cache, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public async Task Know(Guid id, string name, CancellationToken ct)
    {
        if (cache.TryGetValue(Key(id), out _))
        {
            return;
        }

        if (!await accounts.Systems.AnyAsync(s => s.Id == id, ct))
        {
            accounts.Systems.Add(new AccountSystem { Id = id, Name = name, FirstSeenAt = clock.GetUtcNow() });
            try
            {
                await accounts.SaveChangesAsync(ct);
            }
            catch (DbUpdateException) when (accounts.Systems.AsNoTracking().Any(s => s.Id == id))
            {
                // Another call of the same system was faster.
                accounts.ChangeTracker.Clear();
            }
        }

        cache.Set(Key(id), true, Remembered);
    }

    private static (Type, Guid) Key(Guid id) => (typeof(SystemBook), id);
}

/// <summary>Another system, as the trusted issuer calls it.</summary>
public sealed class AccountSystem
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }
}
