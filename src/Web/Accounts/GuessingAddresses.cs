using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Caching.Memory;

namespace Hub.Web.Accounts;

/// <summary>
/// The addresses on the net that have failed to sign in too often, at whatever accounts: the lock of an account stops who tries many passwords,
/// this one who tries one password on many. An office shares an address, so it takes more than a Monday morning.
/// </summary>
internal sealed class GuessingAddresses(Settings settings, TimeProvider clock) : IDisposable
{
    public const int MostFailures = 25;
    private const int OwnPart = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly MemoryCache failures = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Whether nobody at this address may sign in for now.</summary>
    public bool IsLocked(IPAddress? address) =>
        settings.RateLimits && failures.TryGetValue(Key(address), out Failures? known) && known!.Since + Window > clock.GetUtcNow() && known.Count >= MostFailures;

    public void Fail(IPAddress? address)
    {
        if (!settings.RateLimits)
        {
            return;
        }

        var known = failures.GetOrCreate(Key(address), entry =>
        {
            (entry.Size, entry.AbsoluteExpirationRelativeToNow) = (1, Window);
            return new Failures(clock.GetUtcNow());
        })!;
        Interlocked.Increment(ref known.Count);
    }

    public void Dispose() => failures.Dispose();

    /// <summary>Whoever has one address of the newer kind has all that share its first half.</summary>
    private static string Key(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? Convert.ToHexString(address.GetAddressBytes()[..OwnPart])
        : address?.MapToIPv4().ToString() ?? "";

    private sealed class Failures(DateTimeOffset since)
    {
        public int Count;

        public DateTimeOffset Since => since;
    }
}
