using Hub.Web;
using Hub.Web.Hosting;
using Hub.Web.Issuer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>The issuer goes by the name that people know, and by https save on this machine.</summary>
public sealed class PublicNameTests
{
    [Fact]
    public async Task It_tells_its_addresses_under_its_public_name_whatever_host_it_was_asked_at()
    {
        var told = new HandleConfigurationRequestContext(new OpenIddictServerTransaction())
        {
            TokenEndpoint = new Uri("https://onde.example/oauth/token"),
            JsonWebKeySetEndpoint = new Uri("https://onde.example/.well-known/jwks"),
        };
        await new PublicName(At("https://hub.example")).HandleAsync(told);

        Assert.Equal(("https://hub.example/oauth/token", "https://hub.example/.well-known/jwks"), (told.TokenEndpoint!.AbsoluteUri, told.JsonWebKeySetEndpoint!.AbsoluteUri));
        Assert.Null(told.UserInfoEndpoint);
    }

    [Theory]
    [InlineData("https://hub.example", false)]
    [InlineData("http://hub.example", false)]
    [InlineData("http://localhost:5080", true)]
    public void It_answers_without_https_on_this_machine_alone(string address, bool answers)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddOpenIddict().AddIssuerServer(At(address));
        var options = services.BuildServiceProvider().GetRequiredService<IOptionsMonitor<OpenIddictServerAspNetCoreOptions>>().CurrentValue;

        Assert.Equal(answers, options.DisableTransportSecurityRequirement);
    }

    private static Settings At(string address) => SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["HUB_DATABASE"] = "postgres://hub@localhost/hub",
        ["HUB_TENANT_KEY"] = "k:x",
        ["HUB_PUBLIC_URL"] = address,
    }).Build());
}
