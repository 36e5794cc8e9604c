using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests.Site;

/// <summary>One person at one screen, with everything the browser complained about.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public Visitor(IBrowserContext context, IPage page, HubServer server)
    {
        (this.context, Page, Server) = (context, page, server);
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) => Note(message.Type, message.Text);
        page.PageError += (_, error) => Note("error", error);
    }

    public IPage Page { get; }

    public HubServer Server { get; }

    /// <summary>Errors and warnings of the console: a violated content security policy is one.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public Task SignIn(string email) => Chromium.SignIn(Page, email, HubServer.Password);

    /// <summary>Opens a page and waits until nothing more is on its way.</summary>
    public async Task<IResponse> Open(string path) =>
        (await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load }))!;

    /// <summary>Waits until a function of the page that has to wait itself says so: to WaitForFunctionAsync every promise is true.</summary>
    public Task Until(string holds) =>
        Page.EvaluateAsync($"async () => {{ while (!await ({holds})()) await new Promise((go) => setTimeout(go, 250)); }}").WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Follows a link of the bars.</summary>
    public Task Go(string link) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Hovedmenu" }).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).Locator("visible=true").ClickAsync();

    /// <summary>Follows the first link of this name.</summary>
    public Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Presses the first button of this name.</summary>
    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Note(string type, string text)
    {
        // The page that was asked for is not there, and the browser says so too: that is the test's business, not a fault.
        if (type is "error" or "warning" && text != "Service Worker registration blocked by Playwright" && !text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal))
        {
            complaints.Add(text);
        }
    }
}
