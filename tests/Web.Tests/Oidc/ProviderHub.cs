using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Accounts;
using Hub.Web.Demo;
using Hub.Web.Operations;
using Hub.Web.Tests.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Oidc;

/// <summary>A Hub in which the people of nordbo may sign in at a provider of their own, as the operator sets it up.</summary>
public sealed class ProviderHub : IAsyncLifetime
{
    internal OidcServer Provider { get; private set; } = null!;

    public HubServer Hub { get; } = new();

    public async Task InitializeAsync()
    {
        var address = FreeAddress.Of();
        Provider = await OidcServer.Start(address);
        Hub.Settings["HUB_URLS"] = Hub.Settings["HUB_PUBLIC_URL"] = address.AbsoluteUri;
        Hub.Settings["HUB_REQUIRE_MFA"] = "true";
        Hub.Settings["HUB_ASSURANCE"] = OidcServer.Betydelig;
        await Hub.InitializeAsync();
        await Hub.Restart(() => SetUp("--issuer", Provider.Issuer.GetLeftPart(UriPartial.Authority), "--client-id", "hub", "--domains", "nordbo.example", "--strong", "mfa"));
    }

    public async Task DisposeAsync()
    {
        await Hub.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>What the operator does while Hub is stopped.</summary>
    internal async Task<string> SetUp(params string[] options)
    {
        using var output = new StringWriter();
        await SignInProvider.Run(
            [$"--HUB_DATA={Hub.Folder}", $"--HUB_PUBLIC_URL={Hub.Settings["HUB_PUBLIC_URL"]}", "--Logging:LogLevel:Default=None", "--HUB_CLIENT_SECRET=secret of hub & co",
                "--tenant", "nordbo", .. options], output);
        return output.ToString();
    }

    internal Task Grant(string email, string tenant, Guid omraade) => Hub.Services.GetRequiredService<ITenantDirectory>().Execute(
        DemoIds.Tenant(tenant), Guid.Empty,
        new TenantRequest(Guid.NewGuid(), [], new GrantMembership(omraade, DemoIds.User(email), Kontor.BoligsocialtKontor, Rolle.Medarbejder, default)), default);

    internal async Task<int> Accounts()
    {
        await using var scope = Hub.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>().Users.CountAsync();
    }
}
