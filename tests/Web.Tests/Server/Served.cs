using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Server;

/// <summary>What the server answers at, save the files of wwwroot.</summary>
internal static class Served
{
    public static IReadOnlyList<RouteEndpoint> Of(HubServer hub) =>
        [.. hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !IsAsset(e))];

    public static IReadOnlyList<string> Methods(this RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"];

    public static string Address(this RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";

    /// <summary>Files of wwwroot, and the framework's stand-in for files that came after the build.</summary>
    private static bool IsAsset(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}";
}
