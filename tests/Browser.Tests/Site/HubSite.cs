using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests.Site;

/// <summary>A whole Hub with its demo, and a browser in front of it. One for the run: starting both takes longer than most tests.</summary>
public sealed class HubSite : IAsyncLifetime
{
    private readonly Dictionary<string, string> signedIn = [];
    private Chromium chromium = null!;

    public HubServer Server { get; } = new();

    public string Address => Server.Address.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        // Long enough for a busy machine: what is late is not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        chromium = await Chromium.Launch();
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>Somebody at a screen of their own; signed in when an address is given.</summary>
    public async Task<Visitor> Visit(string? email = null, Screen? screen = null)
    {
        var how = screen ?? new Screen();
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            Locale = how.Language,
            TimezoneId = "Europe/Copenhagen",
            ViewportSize = new ViewportSize { Width = how.Width, Height = how.Height },
            ColorScheme = how.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = how.Still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            HasTouch = how.Width < 600,
            JavaScriptEnabled = how.Script,
            ServiceWorkers = how.Worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            StorageState = email is null ? null : await SignIn(email),
        });
        return new Visitor(context, await context.NewPageAsync(), Server);
    }

    /// <summary>Through the page once per person; after that the cookie is enough.</summary>
    private async Task<string> SignIn(string email)
    {
        if (signedIn.TryGetValue(email, out var state))
        {
            return state;
        }

        await using var visitor = await Visit();
        await visitor.SignIn(email);
        return signedIn[email] = await visitor.Page.Context.StorageStateAsync();
    }
}

/// <summary>What somebody looks through. Without a worker unless a test is about it: what goes through one cannot be tapped.</summary>
public sealed record Screen(int Width = 1280, int Height = 900, bool Dark = false, bool Script = true, bool Still = true, string Language = "da-DK", bool Worker = false)
{
    public static Screen Phone { get; } = new(360, 780);
}

/// <summary>One site for every test that does not disturb the others.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSite : ICollectionFixture<HubSite>
{
    public const string Name = "shared site";
}
