using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Oidc;

/// <summary>A Hub that trusts a provider for systems, and demands NSIS Betydelig of whoever is shown a name.</summary>
public sealed class OidcHub : IAsyncLifetime
{
    internal OidcServer Provider { get; private set; } = null!;

    public HubServer Hub { get; } = new();

    public async Task InitializeAsync()
    {
        Provider = await OidcServer.Start();
        Hub.Settings["HUB_JWT_AUTHORITY"] = Provider.Issuer.AbsoluteUri;
        Hub.Settings["HUB_JWT_AUDIENCE"] = OidcServer.Audience;
        Hub.Settings["HUB_ASSURANCE"] = OidcServer.Betydelig;
        Hub.Settings["HUB_ASSURANCE_LOCAL"] = OidcServer.Betydelig;
        await Hub.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Hub.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>A system at the API, with a token of the provider's.</summary>
    internal async Task<Session> System(string scope, string name = "robot") => With(await Provider.Token(name, scope));

    internal Session With(string token)
    {
        var session = Hub.Anonymous();
        session.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return session;
    }

    internal static string Scope(string what, Guid? omraade = null, string kontor = "ejendomskontor", string tenant = "nordbo") =>
        $"hub:{what}:{tenant}/{omraade ?? Session.Nordlyset}/{kontor}";
}
