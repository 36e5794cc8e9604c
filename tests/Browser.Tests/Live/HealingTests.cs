using Hub.Browser.Tests.Site;
using Hub.Web.Operations;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Browser.Tests.Live;

/// <summary>Whatever a page has been through: afterwards it says what a fresh load would. On a site of its own, whose server is stopped.</summary>
public sealed class HealingTests(HubSite site) : IClassFixture<HubSite>
{
    /// <summary>What is read on the page, but for what moves with the clock, counts who is here, or lies on the device.</summary>
    private const string Same =
        """
        async () => {
          const words = (main) => {
            const copy = main.cloneNode(true);
            for (const part of copy.querySelectorAll("time, noscript, template, .waiting, [data-here], .writing, [hidden]")) part.remove();
            return copy.textContent.replace(/\s+/g, " ").trim();
          };
          const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" }).catch(() => null);
          if (!answer?.ok && answer?.status !== 404) return false;
          const fresh = words(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main"));
          window.differs = [words(document.querySelector("main")), fresh];
          return window.differs[0] === fresh;
        }
        """;

    [Fact]
    public async Task After_a_drop()
    {
        await using var watched = await Watch();
        for (var i = 0; i < 3; i++)
        {
            watched.Relay.Cut();
            await Happen();
            watched.Relay.Mend(site.Server.Address);
        }

        await watched.AreTrue();
    }

    [Fact]
    public async Task After_a_long_sleep_in_the_background()
    {
        await using var watched = await Watch();
        await watched.SetLifecycle("frozen");
        await Happen();
        watched.Relay.Cut();
        watched.Relay.Mend(site.Server.Address);
        await Happen();
        await watched.SetLifecycle("active");

        await watched.AreTrue();
    }

    [Fact]
    public async Task After_the_server_was_restarted()
    {
        await using var watched = await Watch();
        watched.Relay.Cut();
        await site.Server.Restart();
        await Happen();
        watched.Relay.Mend(site.Server.Address);

        await watched.AreTrue();
    }

    [Fact]
    public async Task After_a_restore_from_a_backup()
    {
        // What is restored knows only who had signed in by then.
        await (await site.Visit(Sitemap.Email("boligsocial"))).DisposeAsync();
        string[] how = [$"--HUB_DATA={site.Server.Folder}", "--file", Path.Combine(site.Server.Folder, "hub.backup")];
        Assert.Equal(0, await Backup.Run(how, TextWriter.Null));
        await Happen();
        await using var watched = await Watch();
        await Happen();
        var epochs = await watched.Epochs();
        watched.Relay.Cut();
        await site.Server.Restart(async () => Assert.Equal(0, await Restore.Run(how, TextWriter.Null)));
        watched.Relay.Mend(site.Server.Address);

        await watched.AreTrue();
        var restored = await watched.Epochs();
        Assert.NotEmpty(restored);
        Assert.Empty(epochs.Intersect(restored));
        await Happen();
        await watched.AreTrue();
    }

    /// <summary>A case comes, one is taken, one is closed, one is handed over.</summary>
    private async Task Happen()
    {
        var (jens, amina) = (await site.Server.SignIn(Sitemap.Email("ejendom")), await site.Server.SignIn(Sitemap.Email("boligsocial")));
        var (taken, closed, given) = (await jens.FlagAbout("Taget Imens"), await jens.FlagAbout("Lukket Imens"), await jens.FlagAbout("Givet Imens"));
        foreach (var c in new[] { taken, closed, given })
        {
            await amina.On(c, "pickup");
        }

        await amina.On(closed, "close", new { outcome = "loest" });
        await amina.On(given, "handovers", new { toKontor = "ejendomskontor", reason = "Det hører til hos jer", summary = "Fugt i soveværelset" });
        await jens.FlagAbout("Kommet Imens");
    }

    private async Task<Watched> Watch()
    {
        var relay = new Relay(site.Server.Address);
        var adviser = await site.Server.SignIn(Sitemap.Email("boligsocial"));
        var sag = await (await site.Server.SignIn(Sitemap.Email("ejendom"))).FlagAbout("Åben På Skærmen");
        await adviser.On(sag, "pickup");
        var visitors = new List<Visitor>();
        foreach (var path in new[] { "/", Screens.Bridge, $"{Screens.Bridge}/sager/{sag}", $"/omraader/{Nordlyset}/overdragelser" })
        {
            var visitor = await site.Visit(Sitemap.Email("boligsocial"));
            visitors.Add(visitor);
            await visitor.Listen(relay.Address + path);
        }

        await adviser.On(sag, "notes", new { text = "Skrevet før noget skete.", audience = "eget" });
        return new Watched(relay, visitors);
    }

    private sealed record Watched(Relay Relay, IReadOnlyList<Visitor> Visitors) : IAsyncDisposable
    {
        public async Task AreTrue()
        {
            foreach (var visitor in Visitors)
            {
                try
                {
                    await visitor.Until(Same);
                }
                catch (TimeoutException)
                {
                    var both = await visitor.Page.EvaluateAsync<string[]>("window.differs ?? ['', '']");
                    Assert.Equal(both[1], both[0]);
                    throw;
                }

                await visitor.HasNotReloaded();
                await Assertions.Expect(visitor.Page.Locator("#offline")).ToBeHiddenAsync();
            }
        }

        /// <summary>The epochs of the screens that stand somewhere in a log: what is gone does not.</summary>
        public async Task<IReadOnlyList<string>> Epochs()
        {
            var epochs = await Task.WhenAll(Visitors.Select(v => v.Page.EvaluateAsync<string?>("document.querySelector('[data-live]')?.dataset.epoch")));
            return [.. epochs.OfType<string>()];
        }

        public async Task SetLifecycle(string state)
        {
            foreach (var visitor in Visitors)
            {
                var page = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
                await page.SendAsync("Page.setWebLifecycleState", new() { ["state"] = state });
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var visitor in Visitors)
            {
                await visitor.DisposeAsync();
            }

            Relay.Dispose();
        }
    }
}
