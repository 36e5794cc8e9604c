using Hub.Web.Tests.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Hub.Web.Tests.Api;

[Collection(SharedServer.Name)]
public sealed class EndpointListTests(HubServer hub)
{
    private const string Approved = "Endpoints.approved.txt";

    [Fact]
    public void Every_endpoint_states_who_may_call_it_and_the_list_is_approved()
    {
        var list = Served.Of(hub).Select(Line).Distinct().Order(StringComparer.Ordinal).ToList();

        File.WriteAllLines(Path.ChangeExtension(Approved, "received.txt"), list);
        Assert.DoesNotContain(list, line => line.EndsWith("NOTHING", StringComparison.Ordinal));
        Assert.Equal(File.ReadAllLines(Approved), list);
    }

    private static string Line(RouteEndpoint endpoint) =>
        $"{string.Join(',', endpoint.Methods().Order(StringComparer.Ordinal)),-8} {endpoint.Address()}  {Policy(endpoint)}";

    private static string Policy(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "AllowAnonymous"
        : endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).FirstOrDefault(p => p is not null) ?? "NOTHING";
}
