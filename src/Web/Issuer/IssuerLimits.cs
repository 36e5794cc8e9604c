using System.Threading.RateLimiting;
using Hub.Web.Accounts;
using Hub.Web.Errors;

namespace Hub.Web.Issuer;

/// <summary>
/// How often one address may come to the issuer's own endpoints, which are answered before everybody else's limits. Whoever fails there too often is locked
/// out there, and can still sign in: at an office a single broken app would otherwise lock out all its people.
/// </summary>
internal sealed class IssuerLimits(Settings settings, TimeProvider clock) : IDisposable
{
    private const int CallsAMinute = 300;

    private static readonly PathString[] Guarded = [TokenEndpoint.Path, "/oauth/revoke", "/oauth/introspect"];

    private readonly GuessingAddresses guessing = new(settings, clock);

    private readonly PartitionedRateLimiter<string> calls = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(
        address, _ => new TokenBucketRateLimiterOptions { TokenLimit = CallsAMinute, TokensPerPeriod = CallsAMinute / 12, ReplenishmentPeriod = TimeSpan.FromSeconds(5) }));

    public async Task Run(HttpContext http, RequestDelegate next)
    {
        if (!Array.Exists(Guarded, path => http.Request.Path.StartsWithSegments(path)))
        {
            await next(http);
            return;
        }

        var address = http.Connection.RemoteIpAddress;
        using var lease = calls.AttemptAcquire(address?.ToString() ?? "");
        if (guessing.IsLocked(address) || (settings.RateLimits && !lease.IsAcquired))
        {
            await new Problem(Fault.TooManyRequests).ExecuteAsync(http);
            return;
        }

        await next(http);
        if (http.Response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status401Unauthorized)
        {
            guessing.Fail(address);
        }
    }

    public void Dispose()
    {
        guessing.Dispose();
        calls.Dispose();
    }
}
