using Hub.Web.Tests.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Api;

[Collection(SharedServer.Name)]
public sealed class EndpointListTests(HubServer hub)
{
    private const string Approved = "Endpoints.approved.txt";

    [Fact]
    public void Every_endpoint_states_who_may_call_it_and_the_list_is_approved()
    {
        var list = hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !IsAsset(e))
            .Select(Line).Distinct().Order(StringComparer.Ordinal).ToList();

        File.WriteAllLines(Path.ChangeExtension(Approved, "received.txt"), list);
        Assert.DoesNotContain(list, line => line.EndsWith("NOTHING", StringComparison.Ordinal));
        Assert.Equal(File.ReadAllLines(Approved), list);
    }

    /// <summary>Files of wwwroot, and the framework's stand-in for files that came after the build.</summary>
    private static bool IsAsset(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}";

    private static string Line(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"];
        return $"{string.Join(',', methods.Order(StringComparer.Ordinal)),-8} /{endpoint.RoutePattern.RawText?.TrimStart('/')}  {Policy(endpoint)}";
    }

    private static string Policy(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "AllowAnonymous"
        : endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).FirstOrDefault(p => p is not null) ?? "NOTHING";
}
