using System.Net;
using System.Text.RegularExpressions;
using Hub.Storage;
using Hub.Web.Tests.Hosting;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>The cluster edition in one process, with the demo's people; every test registers clients of its own.</summary>
public sealed partial class IssuerHub : IAsyncLifetime
{
    /// <summary>Where an app of the tests lives: nobody listens there, and nobody has to.</summary>
    public const string Home = "https://app.example/svar";

    private PostgresTestDatabase database = null!;
    private OidcClients clients = null!;
    private readonly Dictionary<string, ClientPage> admins = [];

    public HubServer Hub { get; private set; } = null!;

    public PostgresTestDatabase Database => database;

    internal LogLines Log { get; } = new();

    public async Task InitializeAsync()
    {
        database = await PostgresTestDatabase.Create();
        Hub = new HubServer { Log = Log };
        var address = FreeAddress.Of();
        foreach (var (name, value) in new[]
        {
            ("HUB_URLS", address.AbsoluteUri), ("HUB_PUBLIC_URL", address.AbsoluteUri), ("HUB_DATABASE", database.Address), ("HUB_TENANT_KEY", TenantKeyRing.Generate("test")),
            // As an operator would have it, and told to the log of the tests alone.
            ("Logging:LogLevel:Default", "Information"), ("Logging:LogLevel:Microsoft", "Information"), ("Logging:Console:LogLevel:Default", "None"),
            ("HUB_CLUSTER", "localhost"), ("HUB_SILO_PORT", $"{FreeAddress.Of().Port}"), ("HUB_GATEWAY_PORT", $"{FreeAddress.Of().Port}"),
        })
        {
            Hub.Settings[name] = value;
        }

        await Hub.InitializeAsync();
        clients = OidcClients.Start();
    }

    public async Task DisposeAsync()
    {
        await clients.DisposeAsync();
        await Hub.DisposeAsync();
        await database.Drop();
    }

    internal static string Scope(string what, Guid? omraade = null, string kontor = "ejendomskontor", string tenant = "nordbo") =>
        $"hub:{what}:{tenant}/{omraade ?? Session.Nordlyset}/{kontor}";

    /// <summary>The admin of a boligorganisation, who has signed in once.</summary>
    internal async Task<ClientPage> Admin(string tenant) => admins.TryGetValue(tenant, out var page) ? page : admins[tenant] = await ClientPage.Open(Hub, tenant);

    /// <summary>A system, registered by the admin of its boligorganisation.</summary>
    internal async Task<(Registered Client, ClientPage Page)> System(string[] leave, string? place = null, string tenant = "nordbo")
    {
        var page = await Admin(tenant);
        return (await page.Register("Driftssystem", "system", leave, places: [place ?? $"{Session.Nordlyset}/ejendomskontor"]), page);
    }

    internal async Task<(Registered Client, ClientPage Page)> App(string[] leave, string kind = "web", string tenant = "nordbo", string home = Home)
    {
        var page = await Admin(tenant);
        return (await page.Register("Viceværtens app", kind, leave, uris: home), page);
    }

    internal Task<OidcClient> Client(Registered client) => OidcClient.Open(clients, Hub.Address, client);

    /// <summary>Whoever comes with a token, at the API.</summary>
    internal Session With(string token)
    {
        var session = Hub.Anonymous();
        session.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return session;
    }

    /// <summary>A person at a browser, who has signed in.</summary>
    internal async Task<Person> Person(string who) => new(await Browser.SignIn(Hub, $"{who}.example"));
}

/// <summary>A person whom an app has sent to Hub.</summary>
internal sealed partial class Person(Browser browser)
{
    public Browser Browser => browser;

    public string Page { get; private set; } = "";

    public HttpResponseMessage Last { get; private set; } = null!;

    /// <summary>Opens the address; where it leads on to, or null where a page asks.</summary>
    public async Task<string?> Open(string address)
    {
        Last = await browser.Client.GetAsync(new Uri(address).PathAndQuery);
        Page = await Last.Content.ReadAsStringAsync();
        return Last.Headers.Location?.OriginalString;
    }

    /// <summary>Answers the page that asks; where the browser is led on to.</summary>
    public async Task<string?> Answer(string answer = "ja", Func<string, bool>? leaveOut = null)
    {
        var form = Form().Match(Page).Value;
        var hidden = Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))).Where(h => leaveOut?.Invoke(h.Key) != true);
        using var content = new FormUrlEncodedContent(hidden.Append(new("svar", answer)));
        Last = await browser.Client.PostAsync("/oauth/authorize", content);
        Page = await Last.Content.ReadAsStringAsync();
        return Last.Headers.Location?.OriginalString;
    }

    /// <summary>Lets an app in, all the way to its tokens.</summary>
    public Task<Said> LetIn(OidcClient client, params string[] scopes) => LetInAt(IssuerHub.Home, client, scopes);

    public async Task<Said> LetInAt(string home, OidcClient client, params string[] scopes)
    {
        var trip = await client.Begin(home, scopes);
        Assert.Null(await Open(trip.Url));
        return await client.Finish(trip, (await Answer())!);
    }

    [GeneratedRegex("<form method=\"post\" action=\"/oauth/authorize\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
