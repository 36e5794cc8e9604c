using System.Security.Claims;
using System.Threading.RateLimiting;
using Hub.Web.Accounts;
using Hub.Web.Errors;

namespace Hub.Web.Hosting;

/// <summary>How many calls one person and one address may make. An office shares an address, so that limit is wide.</summary>
internal static class RateLimits
{
    private static readonly PathString[] SignsIn = ["/login", "/velkommen", "/api/v1/login", "/api/v1/refresh"];

    public static IServiceCollection AddRateLimits(this IServiceCollection services, Settings settings) => services.AddRateLimiter(options =>
    {
        options.OnRejected = (context, _) => new ValueTask(new Problem(Fault.TooManyRequests).ExecuteAsync(context.HttpContext));
        if (settings.RateLimits)
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(ByAddress), PartitionedRateLimiter.Create<HttpContext, string>(ByUser));
        }
    });

    private static RateLimitPartition<string> ByAddress(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        return IsSignIn(http.Request) ? PerMinute($"sign-in {address}", 30) : PerMinute(address, 3000);
    }

    private static RateLimitPartition<string> ByUser(HttpContext http) =>
        http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user ? PerMinute(user, 600) : RateLimitPartition.GetNoLimiter("");

    /// <summary>By segments: an address may end in a slash and is the same one.</summary>
    private static bool IsSignIn(HttpRequest request) =>
        request.Path.StartsWithSegments(ProviderTalk.Return) || request.Path.StartsWithSegments("/login/organisation")
        || (HttpMethods.IsPost(request.Method) && Array.Exists(SignsIn, path => request.Path.StartsWithSegments(path)));

    private static RateLimitPartition<string> PerMinute(string key, int calls) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = calls,
        TokensPerPeriod = Math.Max(1, calls / 12),
        ReplenishmentPeriod = TimeSpan.FromSeconds(5),
        QueueLimit = 0,
    });
}
