using Hub.Storage;
using Hub.Web.Tests.Server;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Hosting;

[Collection(SharedServer.Name)]
public sealed class UnexpectedErrorTests(HubServer hub)
{
    [Fact]
    public async Task A_busy_store_asks_to_come_back_and_says_nothing_was_saved()
    {
        var (http, body) = await Handle(new StoreBusyException("full"));

        Assert.Equal(503, http.Response.StatusCode);
        Assert.NotEmpty(http.Response.Headers.RetryAfter.ToString());
        Assert.Contains("\"busy\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anything_else_is_told_without_a_detail()
    {
        var (http, body) = await Handle(new InvalidOperationException("Åge Prøvesen"));

        Assert.Equal(500, http.Response.StatusCode);
        Assert.Contains("\"unexpected\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Prøvesen", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Invalid", body, StringComparison.Ordinal);
    }

    private async Task<(HttpContext Http, string Body)> Handle(Exception exception)
    {
        var http = new DefaultHttpContext { RequestServices = hub.Services, Response = { Body = new MemoryStream() } };
        await hub.Services.GetRequiredService<IExceptionHandler>().TryHandleAsync(http, exception, default);
        http.Response.Body.Position = 0;
        return (http, await new StreamReader(http.Response.Body).ReadToEndAsync());
    }
}
