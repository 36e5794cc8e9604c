using System.Net;
using System.Text.RegularExpressions;
using Hub.Storage;
using Hub.Web.Demo;
using Hub.Web.Tests.Forms;
using Hub.Web.Tests.Live;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Hosting;

/// <summary>A whole day at the API, the pages and the live hub, with everything going wrong at the end: nothing of it that is about a person may stand in the log.</summary>
public sealed partial class LogTests : IAsyncLifetime
{
    private const string Api = "Bernadotte Sommerfugl";
    private const string Page = "Kunigunde Regnskov";
    private const string Wrong = "Forkert-Kode-Her-77";
    private const string New = "Fjorten-blaa-elge-9";

    private static readonly string[] Typed =
    [
        "Bernadotte", "Sommerfugl", "Kunigunde", "Regnskov", "Solsikkestien", "33669911", "33 66 99 11", "Tordenskrald", "Hvidvinen", "Marmelade", "Skovduen", "Kogebogen",
        "Filosofien", "Dampskibet", "ingen-her@nordbo.example", "ny-kollega@nordbo.example", "Nymfea", Wrong, New, HubServer.Password,
    ];

    private readonly LogLines log = new();
    private readonly List<string> secrets = [];
    private HubServer hub = null!;

    public Task InitializeAsync()
    {
        hub = new HubServer { Log = log };
        foreach (var (category, level) in new[] { ("Default", "Trace"), ("Microsoft", "Information"), ("Microsoft.Hosting.Lifetime", "Information"), ("System", "Information") })
        {
            hub.Settings[$"Logging:LogLevel:{category}"] = level;
        }

        hub.Settings["Logging:Console:LogLevel:Default"] = "None";
        return hub.InitializeAsync();
    }

    public Task DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Nothing_about_a_person_and_nothing_that_opens_a_door_stands_in_the_log()
    {
        await AtTheApi();
        await OnThePages();
        await InTheAdministration();
        await WhenTheStoreIsGone();

        Assert.True(log.All.Count(l => l.Category == "Hub.Web.Errors.UnexpectedErrors") >= 3, "nothing went wrong");
        Assert.Contains(log.All, l => l.Category.StartsWith("Microsoft.", StringComparison.Ordinal));
        var people = DemoPeople.All.SelectMany(p => new[] { p.Name, p.Email });
        var told = from line in log.All
                   from word in Typed.Concat(secrets).Concat(people).Append("CfDJ8").Distinct()
                   where line.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
                   select $"{line.Category} tells {word}: {line.Text[..Math.Min(600, line.Text.Length)]}";
        Assert.Equal("", string.Join('\n', told));
    }

    private async Task AtTheApi()
    {
        var nobody = hub.Anonymous();
        await nobody.Post("/api/v1/login", new { email = "ingen-her@nordbo.example", password = Wrong });
        await nobody.Post("/api/v1/login", new { email = "ejendom@nordbo.example", password = Wrong });
        var signedIn = await nobody.Post("/api/v1/login", new { email = "boligsocial@nordbo.example", password = HubServer.Password });
        secrets.AddRange(((string[])["accessToken", "refreshToken"]).Select(t => signedIn.Json[t]!.GetValue<string>()));
        await nobody.Post("/api/v1/refresh", new { refreshToken = secrets[^1] });
        await nobody.Get($"/hubs/workspace?access_token={secrets[^2]}");

        var social = await hub.SignIn("boligsocial@nordbo.example");
        using var live = new RawConnection(hub, social);
        await live.Open();
        await live.Watch(Nordlyset, "", 0);
        var c = await social.Flag(beboer: new { name = Api, address = "Solsikkestien 4, 2. tv", phone = "33 66 99 11" });
        await social.Note(c, "Tordenskrald hele natten");
        await social.Note(c, "CPR 010170-1234 Tordenskrald");
        await social.Post(In(Nordlyset, $"cases/{c}/pickup"));
        await social.Post(In(Nordlyset, $"cases/{c}/unseal"), new { kind = "fareForLiv", reason = "Hvidvinen er drukket" });
        await social.Post(In(Nordlyset, $"cases/{c}/handovers"), new { toKontor = "bestyrelseskontor", reason = "Marmelade", summary = $"{Api} på Solsikkestien" });
        await social.Post(In(Nordlyset, $"cases/{c}/handovers"), new { toKontor = "ejendomskontor", reason = "Marmelade", summary = "Skovduen er fløjet" });
        await social.Post(In(Nordlyset, $"cases/{c}/handovers"), new { toKontor = Api, reason = new[] { Api }, summary = 7 });
        await social.PostRaw(In(Nordlyset, $"cases/{c}/notes"), $$"""{"text":"{{Api}}","text":""", headers: ("Idempotency-Key", "Tordenskrald"));
        await social.Post(In(Soenderparken, $"cases/{c}/notes"), new { text = Api, audience = "eget" });
        await social.Get(In(Nordlyset, $"changes?after={Uri.EscapeDataString(Api)}"));
        await social.Get($"/api/v1/me?navn={Uri.EscapeDataString(Api)}");
        await (await hub.SignIn("bestyrelse@nordbo.example")).Get(In(Nordlyset, $"cases/{c}"));
    }

    private async Task OnThePages()
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn("ingen-her@nordbo.example", Wrong);
        var me = await Somebody.SignIn(hub, "ejendom");
        secrets.Add((await me.Browser.FormToken()).Value);
        await me.Open(Somebody.Meld);
        await me.Send("/meld", ("category", "mistrivsel"), ("description", "Kogebogen mangler"), ("beboer.name", Page), ("beboer.phone", "33 66 99 11"), ("legalBasis.kind", "ikkeSpurgt"));
        await me.Open(Somebody.Meld);
        await me.Send("/meld", ("category", "Kogebogen"), ("description", $"Kogebogen og {Page}"), ("beboer.name", Page));
        await me.Browser.SubmitTo("/meld", [("description", $"Kogebogen og {Page}")], to: $"{Somebody.Meld}/kladde");
        await me.Browser.Client.GetAsync($"/omraader/{Nordlyset}?navn={Uri.EscapeDataString(Page)}");
        await me.Browser.Client.PostAsync($"/omraader/{Nordlyset}/meld/", new FormUrlEncodedContent([new("description", Page)]));
        await me.Open("/profil/adgangskode");
        await me.Browser.Submit(("Form.Current", Wrong), ("Form.Password", New));
    }

    private async Task InTheAdministration()
    {
        var admin = await Browser.SignIn(hub, "admin@nordbo.example");
        await admin.Open($"/administration/{Nordlyset}");
        await admin.SubmitTo("/invitationer", [("email", "ny-kollega@nordbo.example"), ("name", "Nymfea"), ("role", "medarbejder"), ("kontor", "ejendomskontor"), ("employer", "boligorganisation")]);
        var code = Code().Match(WebUtility.HtmlDecode(admin.Page)).Value;
        Assert.NotEmpty(code);
        secrets.Add(code);
        var newcomer = new Browser(hub);
        await newcomer.Open("/velkommen");
        await newcomer.Submit(("Form.Code", code));
        await newcomer.Submit(("Form.Name", "Nymfea"), ("Form.Password", New));
    }

    private async Task WhenTheStoreIsGone()
    {
        var (social, me) = (await hub.SignIn("boligsocial@nordbo.example"), await Somebody.SignIn(hub, "ejendom"));
        await me.Open(Somebody.Meld);
        var page = me.Browser.Page;
        foreach (var table in (string[])["receipts", "drafts", "account_users"])
        {
            await hub.Services.GetRequiredService<HubStore>().Sqlite!.Writer.Run((connection, transaction) =>
            {
                using var command = connection.CreateCommand();
                (command.Transaction, command.CommandText) = (transaction, $"alter table {table} rename to {table}_gone");
                return command.ExecuteNonQuery();
            });
        }

        await social.Post(In(Nordlyset, "flags"), new { category = "mistrivsel", description = "Filosofien", beboer = new { name = Api, phone = "33 66 99 11" } });
        await me.Again(page, "/meld", ("category", "mistrivsel"), ("description", "Filosofien og Dampskibet"), ("beboer.name", Page));
        await hub.Anonymous().Post("/api/v1/login", new { email = "leder@nordbo.example", password = Wrong });
        await hub.Anonymous().Post("/api/v1/login", new { email = "ingen-her@nordbo.example", password = Wrong });
    }

    [GeneratedRegex("[A-Z2-9]{5}(-[A-Z2-9]{5}){3}")]
    private static partial Regex Code();
}
