using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Hub.Web.Hosting;

/// <summary>Where Hub listens, how much it takes in, and whom it believes about the caller's address.</summary>
internal static class Server
{
    public const int MostBodyBytes = 64 * 1024;

    public static void UseHubServer(this WebApplicationBuilder builder, Settings settings)
    {
        // A request's address may hold a token, whatever level the framework is asked to log at.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls([.. settings.Urls.Select(u => u.GetLeftPart(UriPartial.Authority))]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
        });
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var network in settings.TrustedProxies)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
        // A foreign name that resolves to this machine must not reach what listens for this machine alone.
        if (settings.Urls.All(u => u.IsLoopback))
        {
            builder.Services.Configure<HostFilteringOptions>(o => o.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", settings.PublicUrl.Host]);
        }

        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = settings.Drain + Draining.PatienceOf(settings.Cluster));
        builder.Services.AddHostedService<Draining>();
    }
}
