using Hub.Browser.Tests.Site;
using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests.Live;

/// <summary>A site of their own for tests in which people change things under each other's eyes.</summary>
[CollectionDefinition(Name)]
public sealed class LiveSite : ICollectionFixture<HubSite>
{
    public const string Name = "live site";
}

/// <summary>What the live tests do and look for.</summary>
internal static class Screens
{
    public static string Bridge { get; } = $"/omraader/{Session.Nordlyset}";

    public static readonly object Samtykke = new { kind = "samtykke", form = "mundtligt", recipients = new[] { "ejendomskontor", "boligsocialtKontor" } };

    /// <summary>Opens an area's page and waits until it listens.</summary>
    public static async Task<Visitor> AtBridge(this HubSite site, string role, Screen? screen = null)
    {
        var visitor = await site.Visit(Sitemap.Email(role), screen);
        await visitor.Listen(Bridge);
        return visitor;
    }

    /// <summary>Presence is the first thing that a watch is told.</summary>
    public static async Task Listen(this Visitor visitor, string path)
    {
        await visitor.Page.AddInitScriptAsync("document.addEventListener('hub:presence', () => { document.documentElement.dataset.listens = ''; });");
        await visitor.Open(path);
        await visitor.Page.Locator("html[data-listens]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await visitor.Page.EvaluateAsync("window.sameDocument = true");
    }

    public static ILocator Card(this Visitor visitor, Guid caseId) => visitor.Page.Locator($"#sager-{caseId}");

    public static ILocator Row(this Visitor visitor, string row, Guid caseId) => visitor.Page.Locator($"[data-row-of='{row}'] > #sager-{caseId}");

    public static async Task HasNotReloaded(this Visitor visitor) => Assert.True(await visitor.Page.EvaluateAsync<bool>("window.sameDocument === true"));

    public static async Task<Guid> FlagAbout(this Session session, string name, object? basis = null) =>
        Created(await session.Post(Session.In(Session.Nordlyset, "flags"), new
        {
            category = "mistrivsel",
            severity = "mellem",
            description = "Gardinerne er nede hele dagen.",
            beboer = new { name, address = "Polarvej 2, st. tv", phone = "00 55 66 77" },
            legalBasis = basis ?? Samtykke,
        })).Id("caseId");

    private static Reply Created(Reply reply) => reply.Status == 201 ? reply : throw new InvalidOperationException(reply.Body);

    public static Task<Reply> On(this Session session, Guid caseId, string action, object? body = null) =>
        session.Post(Session.In(Session.Nordlyset, $"cases/{caseId}/{action}"), body ?? new { });
}
