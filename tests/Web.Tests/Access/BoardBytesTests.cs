using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Contracts;
using Hub.Domain.Texts;
using Hub.Grains;
using Hub.Storage;
using Hub.Web.Demo;
using Hub.Web.Tests.Live;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Access;

/// <summary>
/// Everything that a board member's browser, API client and live connection are ever sent, in the demo and while staff work in front of it, from every
/// address there is: searched for everybody's name, address, phone and text, for every case number and for every count that is not the board's own.
/// </summary>
public sealed partial class BoardBytesTests(HubServer hub) : IClassFixture<HubServer>
{
    private const string Email = "bestyrelse@nordbo.example";

    /// <summary>What would end the session in the middle of it.</summary>
    private static readonly string[] Ends = ["/logout", "/profil/sessioner", "/profil/adgangskode", "/profil/kodeapp", "/api/v1/refresh", "/api/v1/login"];

    private readonly Tape tape = new();

    [Fact]
    public async Task Nothing_a_board_is_ever_sent_says_who_a_case_is_about_or_that_it_is_there()
    {
        var api = await SignInToApi();
        var browser = await SignInToPages();
        var epoch = (await api.Get(In(Nordlyset, "workspace"))).Json["epoch"]!.GetValue<string>();
        using var live = new RawConnection(hub, api);
        await live.Open();
        await live.Watch(Nordlyset, epoch, 0);
        await StaffWork();
        var ids = await Ids(api);
        await Everywhere(api, browser, ids);
        var last = (await api.Post(In(Nordlyset, "matters"), new { title = "Lys på stien", text = "Der er mørkt ved kælderen." })).Id("matterId");
        tape.Add("live", await live.ReadUntil(last.ToString()));

        var secrets = await Secrets();
        Assert.True(tape.Count > 400, $"{tape.Count}");
        Assert.True(secrets.Count > 100, $"{secrets.Count}");
        var doors = hub.Services.GetRequiredService<ITenantDirectory>().Omraade(Nordlyset)!.Lejemaal.Select(l => l.Address).ToHashSet();
        Assert.DoesNotContain(tape.Find(secrets), f => !(IsDoorList(f.From) && doors.Contains(f.Secret)));
        Assert.All(doors, door => Assert.Contains(door, tape.From($"GET /omraader/{Nordlyset}/meld"), StringComparison.Ordinal));
        var (boardHead, head) = await Heads();
        Assert.True(head > boardHead + 20, $"{head} {boardHead}");
        Assert.DoesNotContain(tape.Seqs(), s => s.Seq > boardHead);
    }

    [Fact]
    public async Task The_search_finds_what_a_colleague_of_the_staff_is_sent()
    {
        await StaffWork();
        using var client = new HttpClient(tape.Record(hub)) { BaseAddress = hub.Address };
        var session = new Session(hub, client);
        client.DefaultRequestHeaders.Authorization = (await hub.SignIn("leder@nordbo.example")).Client.DefaultRequestHeaders.Authorization;
        await session.Get(In(Nordlyset, "workspace"));

        var found = tape.Find(await Secrets()).ToList();

        Assert.Contains(found, f => f.Secret == "S-0001");
        Assert.Contains(found, f => f.Secret == "Ragnhild Tøpholm");
        Assert.Contains(tape.Seqs(), s => s.Seq > 20);
    }

    /// <summary>The form for a flag lists every door of the area, which says of none that there is something about it.</summary>
    private static bool IsDoorList(string from) => from.Contains($"/omraader/{Nordlyset}/meld", StringComparison.Ordinal);

    private async Task<Session> SignInToApi()
    {
        var session = new Session(hub, new HttpClient(tape.Record(hub)) { BaseAddress = hub.Address });
        var answer = await session.Post("/api/v1/login", new { email = Email, password = HubServer.Password });
        session.Client.DefaultRequestHeaders.Authorization = new("Bearer", answer.Json["accessToken"]!.GetValue<string>());
        return session;
    }

    private async Task<Browser> SignInToPages()
    {
        var browser = new Browser(hub, new HttpClient(tape.Record(hub)) { BaseAddress = hub.Address });
        await browser.Open("/login");
        await browser.SubmitSignIn(Email, HubServer.Password);
        Assert.Contains("B-0001", await browser.Open($"/omraader/{Nordlyset}"), StringComparison.Ordinal);
        return browser;
    }

    /// <summary>A case through every hand while the board looks on, one of the board's own among them.</summary>
    private async Task StaffWork()
    {
        var (ejendom, leder, board) = (await hub.SignIn("ejendom@nordbo.example"), await hub.SignIn("leder@nordbo.example"), await hub.SignIn(Email));
        var person = new { name = "Ragnhild Tøpholm", address = "Nordlysvej 77, 5. mf", phone = "71 82 93 04" };
        var consent = new { kind = "samtykke", form = "mundtligt", purpose = "Ragnhild vil gerne ringes op" };
        foreach (var c in new[] { await ejendom.Flag(beboer: person, legalBasis: consent), await board.Flag(beboer: person) })
        {
            await leder.Post(In(Nordlyset, $"cases/{c}/pickup"));
            await leder.Post(In(Nordlyset, $"cases/{c}/notes"), new { text = "Ragnhild Tøpholm åbnede ikke døren i dag.", audience = "sagen", kind = "besoeg" });
            await leder.Post(In(Nordlyset, $"cases/{c}/handovers"), new { toKontor = "bestyrelseskontor", reason = "Tøpholms trappe er mørk om aftenen", summary = "Trappen er mørk om aftenen" });
            var handover = await leder.Post(In(Nordlyset, $"cases/{c}/handovers"), new { toKontor = "ejendomskontor", reason = "Ragnhilds lås binder fortsat", summary = "Låsen binder fortsat" });
            await ejendom.Post(In(Nordlyset, $"handovers/{handover.Id("handoverId")}/accept"));
            await ejendom.Post(In(Nordlyset, $"cases/{c}/close"), new { outcome = "loest", note = "Ragnhild har fået en ny lås" });
        }
    }

    /// <summary>Ids to put into addresses: one's own, others' and nobody's.</summary>
    private async Task<string[]> Ids(Session api)
    {
        var mine = (await api.Get(In(Nordlyset, "workspace"))).Json;
        var cases = await Cases();
        return
        [
            cases.First(c => !c.ByBoard).Id.ToString(), cases.First(c => c.ByBoard).Id.ToString(), mine["matters"]![0]!["matterId"]!.ToString(),
            (await Recorded()).Select(r => r.Event).OfType<HandoverOffered>().First().HandoverId.ToString(), (await Recorded()).Select(r => r.Event).OfType<TaskCreated>().First().TaskId.ToString(),
            DemoIds.User("leder@nordbo.example").ToString(), DemoIds.Tenant("nordbo").ToString(), Guid.NewGuid().ToString(),
        ];
    }

    private async Task Everywhere(Session api, Browser browser, string[] ids)
    {
        foreach (var line in await File.ReadAllLinesAsync("Endpoints.approved.txt"))
        {
            var parts = Gap().Split(line.Trim());
            if (Ends.Any(parts[1].StartsWith))
            {
                continue;
            }

            foreach (var path in Paths(parts[1], ids))
            {
                foreach (var method in parts[0] == "*" ? ["GET", "POST"] : parts[0].Split(','))
                {
                    await Call(method, path, api, browser);
                }
            }
        }
    }

    private static async Task Call(string method, string path, Session api, Browser browser)
    {
        var body = new { caseId = Guid.NewGuid(), text = "x", toKontor = "ejendomskontor", title = "x", reason = "x", summary = "x", kind = "note", audience = "sagen", outcome = "loest" };
        switch (method)
        {
            case "GET":
                await api.Get(path);
                await browser.Open(path);
                break;
            case "POST":
                await api.Post(path, body);
                await api.PostRaw(path, "{");
                await browser.Open("/profil");
                await browser.SubmitTo("/profil/udseende", [("text", "x"), ("title", "x"), ("summary", "x"), ("reason", "x")], to: path);
                break;
            case "PUT":
                await api.Put(path, body);
                break;
            case "DELETE":
                await api.Delete(path);
                break;
            default:
                throw new InvalidOperationException(method);
        }
    }

    /// <summary>The address with each id in it, in the own area and in another boligorganisation's.</summary>
    private static IEnumerable<string> Paths(string pattern, string[] ids) => (
        from omraade in pattern.Contains("{o:guid}", StringComparison.Ordinal) ? new[] { Nordlyset, Soenderparken } : [Nordlyset]
        from id in ids
        let area = pattern.Replace("{o:guid}", omraade.ToString(), StringComparison.Ordinal)
        select Rest().Replace(Id().Replace(area, id), "notes")).Distinct();

    private async Task<(long Board, long Own)> Heads()
    {
        var head = await hub.Services.GetRequiredService<IEventLog>().ReadHead(new StreamKey(DemoIds.Tenant("nordbo"), Nordlyset), default);
        return (head.BoardSeq, head.Seq);
    }

    private async Task<IReadOnlyList<Recorded>> Recorded()
    {
        var all = new List<Recorded>();
        foreach (var (tenant, omraade) in new[] { ("nordbo", Nordlyset), ("nordbo", Havnegaarden), ("sydbo", Soenderparken) })
        {
            await foreach (var recorded in hub.Services.GetRequiredService<IEventLog>().Read(new StreamKey(DemoIds.Tenant(tenant), omraade), 0, default))
            {
                all.Add(recorded);
            }
        }

        return all;
    }

    private async Task<IReadOnlyList<(Guid Id, bool ByBoard)>> Cases() =>
        [.. (await Recorded()).Select(r => r.Event).OfType<CaseFlagged>().Select(e => (e.CaseId, e.FlaggedFrom == Kontor.Bestyrelseskontor))];

    /// <summary>Everything personal that was ever stored, and the number of every case. What is written to a board on purpose is written without a person.</summary>
    private async Task<IReadOnlyCollection<string>> Secrets()
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in (await Recorded()).Select(r => r.Event))
        {
            if (e is CaseFlagged flagged)
            {
                secrets.Add(Numbers.Case(flagged.Number));
            }

            if (e is CaseEvent or TaskCreated { Kontor: not Kontor.Bestyrelseskontor, From: not Kontor.Bestyrelseskontor })
            {
                secrets.UnionWith(SecretsIn(JsonSerializer.SerializeToNode(e, e.GetType())!));
            }
        }

        return secrets;
    }

    private static IEnumerable<string> SecretsIn(JsonNode? node) => node switch
    {
        JsonObject o when o["Field"] is { } field && o.ContainsKey("Owner") => o["Value"]?.GetValue<string>() is { } text ? Spellings(field.GetValue<string>(), text) : [],
        JsonObject o => o.SelectMany(p => SecretsIn(p.Value)),
        JsonArray a => a.SelectMany(SecretsIn),
        _ => [],
    };

    private static IEnumerable<string> Spellings(string field, string text) => field switch
    {
        "phone" => [text, text.Replace(" ", "", StringComparison.Ordinal)],
        "name" => [text, .. text.Split(' ').Where(p => p.Length > 5)],
        _ => [text],
    };

    [GeneratedRegex(" {2,}| (?=/)")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\{\w+:guid\}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\{\*+\w+\}")]
    private static partial Regex Rest();
}
