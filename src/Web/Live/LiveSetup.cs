using Hub.Web.Accounts;
using Hub.Web.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Hub.Web.Live;

/// <summary>Live push and catch-up.</summary>
internal static class LiveSetup
{
    /// <summary>A Watch is an id, an epoch and a number: nobody needs to send more.</summary>
    private const int LargestMessage = 4096;

    /// <summary>A screen that has heard nothing for two of these says that it is stale.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(4);

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None));
        services.AddSignalR(o => (o.MaximumReceiveMessageSize, o.KeepAliveInterval) = (LargestMessage, Heartbeat))
            .AddHubOptions<WorkspaceHub>(o => o.AddFilter<Faults>())
            .AddJsonProtocol(o => HubJson.Configure(o.PayloadSerializerOptions));
        return services.AddSingleton<LiveFeed>().AddSingleton<Typists>().AddHostedService(s => s.GetRequiredService<LiveFeed>());
    }

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        // Told from the start, and not only once somebody has come.
        LiveTelemetry.Connections.Add(0);
        app.MapHub<WorkspaceHub>("/hubs/workspace", o =>
        {
            o.Transports = HttpTransportType.WebSockets;
            // Access tokens live ten minutes, and so does a connection made with one; the client's cursor bridges the gap.
            o.CloseOnAuthenticationExpiration = true;
        }).RequireAuthorization(Policies.SignedIn);
    }
}
