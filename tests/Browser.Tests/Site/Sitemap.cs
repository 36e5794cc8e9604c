using System.Text.Json.Nodes;
using Hub.Web.Demo;
using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests.Site;

/// <summary>A page as one person sees it.</summary>
/// <param name="Name">What it is called in a test's name and a picture's.</param>
/// <param name="Path">Its address.</param>
public sealed record Stop(string Name, string Path);

/// <summary>Every page there is for a person of the demo: those with fixed addresses, and one case and one matter of each kind they can see.</summary>
public static class Sitemap
{
    public static IReadOnlyList<string> Roles { get; } =
        ["ejendom", "ejendomsleder", "bestyrelse", "boligsocial", "boligsocial2", "leder", "dpo", "admin"];

    /// <summary>What is on these depends on who looks.</summary>
    private static readonly IReadOnlyList<string> Personal = ["min-dag", "broen"];

    public static TheoryData<string> EveryRole { get; } = [.. Roles];

    public static IReadOnlyList<Stop> Open { get; } =
    [
        new("login", "/login"), new("organisation", "/login/organisation"), new("velkommen", "/velkommen"), new("findes-ikke", "/findes-ikke"),
        new("uden-forbindelse", "/uden-forbindelse"),
    ];

    public static string Email(string role, string tenant = "nordbo") => $"{role}@{tenant}.example";

    public static async Task<IReadOnlyList<Stop>> Of(string role, HubServer server)
    {
        var session = await server.SignIn(Email(role));
        var stops = new List<Stop> { new("min-dag", "/"), new("profil", "/profil"), new("adgangskode", "/profil/adgangskode"), new("kodeapp", "/profil/kodeapp"), new("adgangsnoegler", "/profil/adgangsnoegler") };
        var areas = (await session.Get("/api/v1/me")).Json["memberships"]!.AsArray().Select(m => m!["omraadeId"]!.GetValue<Guid>()).ToList();
        foreach (var omraade in areas.OrderBy(a => a == Session.Nordlyset ? 0 : 1).Take(1))
        {
            stops.AddRange(await InArea(omraade, session));
            stops.AddRange(Oversight(role, omraade));
        }

        stops.Add(new Stop("ikke-mit", $"/omraader/{Session.Soenderparken}"));
        return stops;
    }

    /// <summary>Those of a person's pages that nobody before them on the list of roles has, and those on which each sees something else.</summary>
    public static async Task<IReadOnlyList<Stop>> New(string role, HubServer server)
    {
        var seen = new HashSet<string>();
        foreach (var earlier in Roles.TakeWhile(r => r != role))
        {
            seen.UnionWith((await Of(earlier, server)).Select(s => s.Name));
        }

        return [.. (await Of(role, server)).Where(s => Personal.Contains(s.Name) || !seen.Contains(s.Name))];
    }

    private static async Task<IEnumerable<Stop>> InArea(Guid omraade, Session session)
    {
        var home = $"/omraader/{omraade}";
        var workspace = (await session.Get(Session.In(omraade, "workspace"))).Json;
        var cases = Each(workspace, "cases").DistinctBy(Kind).Select(c => new Stop($"sag-{Kind(c)}", $"{home}/sager/{c["caseId"]}"));
        var matters = Each(workspace, "matters").DistinctBy(m => m["status"]!.ToString()).Select(m => new Stop($"emne-{m["status"]}", $"{home}/emner/{m["matterId"]}"));
        return [new("broen", home), new("meld", $"{home}/meld"), new("overdragelser", $"{home}/overdragelser"), .. cases, .. await Forms(omraade, workspace, session), .. matters];
    }

    private static IEnumerable<Stop> Oversight(string role, Guid omraade) => role switch
    {
        "admin" => [new("administration", "/administration"), new("administration-omraade", $"/administration/{omraade}"), new("sletning", $"/omraader/{omraade}/sletning"), new("sletteregler", $"/administration/organisationer/{DemoIds.Tenant("nordbo")}/sletteregler")],
        "dpo" => [new("adgang", $"/omraader/{omraade}/adgang"), new("rettigheder", $"/omraader/{omraade}/rettigheder"), new("sletning", $"/omraader/{omraade}/sletning")],
        _ => [],
    };

    /// <summary>Every form of the first case that somebody works on, open.</summary>
    private static async Task<IEnumerable<Stop>> Forms(Guid omraade, JsonNode workspace, Session session)
    {
        if (Each(workspace, "cases").FirstOrDefault(c => Kind(c) == "iGang-aaben") is not { } known)
        {
            return [];
        }

        var c = known["caseId"]!.GetValue<Guid>();
        var actions = (await session.Get(Session.In(omraade, $"cases/{c}"))).Json["actions"]!.AsArray().Select(a => a!.GetValue<string>());
        return actions.Where(a => a is not ("pickup" or "ask-flagger")).Select(a => new Stop($"form-{a.Replace('/', '-')}", $"/omraader/{omraade}/sager/{c}/{a}"));
    }

    private static IEnumerable<JsonNode> Each(JsonNode workspace, string list) => workspace[list]?.AsArray().OfType<JsonNode>() ?? [];

    /// <summary>Cases differ to the eye by status and by what is known of the person.</summary>
    private static string Kind(JsonNode c) => $"{c["status"]}-{c["identity"] switch { null => "uden", JsonObject => "aaben", _ => "skjult" }}";
}
