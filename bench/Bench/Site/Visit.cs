using Hub.Browser.Tests.Site;

namespace Hub.Bench.Site;

/// <summary>Somebody with a browser that has nothing yet but a cookie.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>Longer than the page gathers changes, and a poll.</summary>
    private const float Quiet = 2000;

    private readonly IBrowserContext _context;
    private readonly IPage _page;

    private Visit(IBrowserContext context, IPage page) => (_context, _page) = (context, page);

    public static async Task<Visit> Begin(Chromium browser, Uri hub, string role)
    {
        var how = new BrowserNewContextOptions { BaseURL = hub.OriginalString, Locale = "da-DK", ServiceWorkers = ServiceWorkerPolicy.Block };
        await using var first = await browser.Browser.NewContextAsync(how);
        await Chromium.SignIn(await first.NewPageAsync(), $"{role}@nordbo.example", "Hub-demo-2026!");
        how.StorageState = await first.StorageStateAsync();
        var context = await browser.Browser.NewContextAsync(how);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <summary>The bytes that a page and everything it needs cost over the wire.</summary>
    public async Task<double> Weigh(string path)
    {
        var bytes = 0.0;
        var wire = await _context.NewCDPSessionAsync(_page);
        await wire.SendAsync("Network.enable");
        wire.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await _page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        return bytes;
    }

    /// <summary>How often the page asks the server for anything meanwhile and just after.</summary>
    public async Task<double> CountWhile(Func<Task> act)
    {
        // What a page asks for once it has been opened is no change's doing.
        await _page.WaitForTimeoutAsync(Quiet);
        var count = 0;
        _page.Request += (_, _) => count++;
        await act();
        await _page.WaitForTimeoutAsync(Quiet);
        return count;
    }

    public async Task<string> Cookie() => string.Join("; ", (await _context.CookiesAsync()).Select(c => $"{c.Name}={c.Value}"));

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
