using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>Makes an address without an account cost the same work and answer the same as one with: also locked after as many failures.</summary>
internal sealed class UnknownAccounts : IDisposable
{
    private readonly MemoryCache failures = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private readonly IPasswordHasher<HubUser> hasher;
    private readonly LockoutOptions lockout;
    private readonly TimeProvider clock;
    private readonly HubUser nobody = new() { Name = "" };
    private readonly string hash;

    public UnknownAccounts(IPasswordHasher<HubUser> hasher, IOptions<IdentityOptions> identity, TimeProvider clock)
    {
        this.hasher = hasher;
        lockout = identity.Value.Lockout;
        this.clock = clock;
        hash = hasher.HashPassword(nobody, Guid.NewGuid().ToString());
    }

    /// <summary>Notes a failed sign-in.</summary>
    /// <returns>Whether an account there would now be locked.</returns>
    public bool Fail(string normalizedEmail, string password)
    {
        var attempts = failures.GetOrCreate(normalizedEmail, entry =>
        {
            entry.Size = 1;
            entry.SlidingExpiration = TimeSpan.FromDays(1);
            return new Attempts();
        })!;
        lock (attempts)
        {
            if (attempts.LockedUntil > clock.GetUtcNow())
            {
                return true;
            }

            hasher.VerifyHashedPassword(nobody, hash, password);
            if (++attempts.Count < lockout.MaxFailedAccessAttempts)
            {
                return false;
            }

            attempts.Count = 0;
            attempts.LockedUntil = clock.GetUtcNow() + lockout.DefaultLockoutTimeSpan;
            return true;
        }
    }

    public void Dispose() => failures.Dispose();

    private sealed class Attempts
    {
        public int Count { get; set; }

        public DateTimeOffset LockedUntil { get; set; }
    }
}
