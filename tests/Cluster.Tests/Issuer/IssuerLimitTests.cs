using System.Net;
using Hub.Web;
using Hub.Web.Accounts;
using Hub.Web.Issuer;
using Hub.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>Whoever tries out codes and secrets is let in no more for a while, and nobody else for it.</summary>
public sealed class IssuerLimitTests : IDisposable
{
    private readonly IssuerLimits limits = new(Limited(), TimeProvider.System);

    public void Dispose() => limits.Dispose();

    [Theory]
    [InlineData("/oauth/token", 400)]
    [InlineData("/oauth/introspect", 401)]
    public async Task Too_many_refusals_shut_an_address_out_there_and_nobody_else(string path, int refusal)
    {
        for (var i = 0; i < GuessingAddresses.MostFailures; i++)
        {
            Assert.Equal(refusal, await Call(path, "192.0.2.1", refusal));
        }

        Assert.Equal(429, await Call(path, "192.0.2.1", 200));
        Assert.Equal(200, await Call(path, "192.0.2.2", 200));
        Assert.Equal(200, await Call("/login", "192.0.2.1", 200));
    }

    [Fact]
    public async Task Too_many_calls_have_to_wait()
    {
        var answers = new List<int>();
        for (var i = 0; i < 400; i++)
        {
            answers.Add(await Call("/oauth/token", "192.0.2.1", 200));
        }

        Assert.Contains(429, answers);
        Assert.All(answers.Take(300), status => Assert.Equal(200, status));
    }

    private static Settings Limited() => SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["HUB_DATABASE"] = "postgres://hub@localhost/hub",
        ["HUB_TENANT_KEY"] = "k:x",
        ["HUB_RATE_LIMITS"] = "default",
    }).Build());

    private async Task<int> Call(string path, string from, int status)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider() };
        (http.Request.Path, http.Connection.RemoteIpAddress) = (path, IPAddress.Parse(from));
        await limits.Run(http, answered =>
        {
            answered.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        return http.Response.StatusCode;
    }
}
