using Hub.Browser.Tests.Site;
using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests.Offline;

/// <summary>A vicevært with a phone where there is no coverage, and what lies on that phone.</summary>
internal static class Basement
{
    public static string Meld { get; } = $"/omraader/{Session.Nordlyset}/meld";

    /// <summary>Signed in by a session of their own, ready to lose the connection.</summary>
    public static async Task<Visitor> WithPhone(this HubSite site, string role = "ejendom", bool worker = true)
    {
        var visitor = await site.Visit(screen: Screen.Phone with { Worker = worker });
        await visitor.SignIn(Sitemap.Email(role));
        await visitor.Open(Meld);
        await visitor.IsReady(worker);
        return visitor;
    }

    public static async Task IsReady(this Visitor visitor, bool worker)
    {
        await visitor.Until("async () => (await hubQueue.who()) !== null");
        if (worker)
        {
            // Whose page it takes over is chance while that page still loads; what is opened next goes through it either way.
            await visitor.Until("async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'");
        }
    }

    public static Task GoDown(this Visitor visitor) => visitor.Page.Context.SetOfflineAsync(true);

    public static Task ComeUp(this Visitor visitor) => visitor.Page.Context.SetOfflineAsync(false);

    /// <summary>Fills in the form that is on the screen, with or without a connection, and sends it.</summary>
    public static async Task Write(this Visitor visitor, string text, string severity = "Mellem", string category = "Mistrivsel")
    {
        await visitor.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{category}( |$)") }).CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{severity}( |$)") }).CheckAsync();
        await visitor.Page.GetByLabel("Hvad har du set eller hørt?").FillAsync(text);
        await visitor.Page.Locator("form[data-waits] button[type=submit]").ClickAsync();
    }

    public static ILocator Waiting(this Visitor visitor) => visitor.Page.Locator("[data-waiting] li");

    public static ILocator Waiting(this Visitor visitor, string state) => visitor.Waiting().Filter(new() { Has = visitor.Page.Locator(".status", new() { HasTextRegex = new($"^\\s*{state}\\s*$") }) });

    /// <summary>How many cases the two offices have between them that this person's office flagged.</summary>
    public static async Task<int> Cases(this HubSite site) =>
        (await (await site.Server.SignIn(Sitemap.Email("ejendom"))).Get(Session.In(Session.Nordlyset, "workspace"))).Json["cases"]!.AsArray().Count;

    /// <summary>Everything that the browser has kept, as somebody would read it who opens its files.</summary>
    public static Task<string> Kept(this Visitor visitor) => visitor.Page.EvaluateAsync<string>(
        """
        async () => {
          const text = (value) => JSON.stringify(value, (_, inner) => inner instanceof ArrayBuffer || ArrayBuffer.isView(inner)
            ? new TextDecoder("latin1").decode(inner) : inner instanceof CryptoKey ? "a key" : inner);
          const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
          const all = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
          for (const { name } of await indexedDB.databases()) {
            const db = await done(indexedDB.open(name));
            for (const store of db.objectStoreNames) {
              const rows = db.transaction(store).objectStore(store);
              all.push(store, text(await done(rows.getAllKeys())), text(await done(db.transaction(store).objectStore(store).getAll())));
            }
          }
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) all.push(request.url, await (await cache.match(request)).text());
          }
          return all.join("\n");
        }
        """);
}
