using Hub.Web.Tests.Forms;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Rights;

/// <summary>The pages of the dpo about what persons ask for, without script.</summary>
[Collection(SharedServer.Name)]
public sealed class RightsPageTests(HubServer hub)
{
    private static readonly string Omraade = $"/omraader/{Nordlyset}";

    [Fact]
    public async Task Staff_take_a_request_down_on_the_case_and_it_stands_on_the_dpos_day_and_list()
    {
        var c = await Flag("Ane Anmodsen");
        var ejendom = await Somebody.SignIn(hub, "ejendom");
        await ejendom.Open(Somebody.Case(c, "/anmodninger"));
        await ejendom.Send("/anmodninger", ("kind", "indsigt"), ("personId", await Person(c)), ("note", "Sagde det i døren"));
        Assert.Contains("noterede en anmodning: indsigt", ejendom.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sagde det i døren", ejendom.Page, StringComparison.Ordinal);

        var dpo = await Somebody.SignIn(hub, "dpo");
        await dpo.Open("/");
        Assert.Contains("Nogen har bedt om det", dpo.Page, StringComparison.Ordinal);
        await dpo.Open($"{Omraade}/rettigheder");
        Assert.Contains("Indsigt", dpo.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dpo_decides_item_by_item_and_prints_what_the_person_gets()
    {
        var c = await Flag("Ida Indsigtsen", klager: "Karl Klagesen");
        var (dpo, page) = await Asked(c, "indsigt");
        Assert.Contains("Karl Klagesen", dpo.Page, StringComparison.Ordinal);
        Assert.Contains("Udeladt fra start:", dpo.Page, StringComparison.Ordinal);

        await dpo.Send("/hide", ("ground", "privateHensyn"), ("note", "Min afvejning"));
        Assert.Contains("Min afvejning", dpo.Page, StringComparison.Ordinal);

        await dpo.Open($"{page}/udlevering");
        Assert.Contains("Ida Indsigtsen", dpo.Page, StringComparison.Ordinal);
        Assert.Contains("Udeladt: den, der klagede, skal beskyttes", dpo.Page, StringComparison.Ordinal);
        Assert.Contains("Hvem har set det", dpo.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Karl Klagesen", dpo.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Min afvejning", dpo.Page, StringComparison.Ordinal);

        await dpo.Open(page);
        await dpo.Send("/answer", ("note", "Sendt med brev"));
        Assert.Contains("Besvaret", dpo.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("/hide\"", dpo.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_and_a_name_are_corrected_on_the_page_and_the_old_ones_are_gone_from_it()
    {
        var c = await Flag("Bo Berigtigsen");
        var (dpo, page) = await Asked(c, "berigtigelse");
        var item = (await (await hub.SignIn("dpo@nordbo.example")).Get($"/api/v1{page}")).Json["items"]!.AsArray().Single(i => i!["field"]!.ToString() == "description")!["textItem"]!.ToString();

        await dpo.Send($"/texts/{item}", ("text", "Gardinerne var til vask."));
        Assert.Contains("Gardinerne var til vask.", dpo.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("nede hele dagen", dpo.Page, StringComparison.Ordinal);

        await dpo.Send($"/persons/{await Person(c)}", ("name", "Bo Rettesen"));
        Assert.DoesNotContain("Berigtigsen", dpo.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"Bo Rettesen\"", dpo.Page, StringComparison.Ordinal);

        await dpo.Send($"/persons/{await Person(c)}", ("name", ""));
        Assert.Contains("Det her skal udfyldes.", dpo.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_17_3_nothing_is_deleted_while_one_of_the_cases_is_held_and_all_of_it_when_none_is()
    {
        var (c, linked) = (await Flag("Sif Sletsen"), await Flag("Sif Sletsen"));
        var social = await hub.SignIn("boligsocial@nordbo.example");
        await RightsTests.Ok(social.Post(In(Nordlyset, $"cases/{c}/links"), new { caseId = linked, kind = "sammePerson" }));
        var (dpo, page) = await Asked(c, "sletning");
        Assert.DoesNotContain("Sletsen", dpo.Page, StringComparison.Ordinal);
        var before = dpo.Browser.Page;
        var leder = await hub.SignIn("leder@nordbo.example");
        await RightsTests.Ok(leder.Post(In(Nordlyset, $"cases/{linked}/hold"), new { ground = "retskrav", reviewBy = DateTimeOffset.UtcNow.AddDays(30) }));

        await dpo.Again(before, "/slet");
        Assert.Contains("Sagen tilbageholdes", dpo.Page, StringComparison.Ordinal);
        Assert.Equal("Sif Sletsen", await Name(c));

        await RightsTests.Ok(leder.Post(In(Nordlyset, $"cases/{linked}/hold/lift")));
        await dpo.Open(page);
        await dpo.Send("/slet");
        Assert.Contains("Her er ingen personoplysninger tilbage.", dpo.Page, StringComparison.Ordinal);
        Assert.Equal(new string?[] { null, null }, new[] { await Name(c), await Name(linked) });
    }

    [Fact]
    public async Task A_case_is_held_and_locked_from_its_page_and_says_so_in_plain_words()
    {
        var c = await Flag("Lis Laasen");
        var dpo = await Somebody.SignIn(hub, "dpo");
        await dpo.Open(Somebody.Case(c, "/hold"));
        await dpo.Send("/hold", ("ground", "klagesag"), ("reviewBy", DateTime.UtcNow.AddDays(40).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("Sagen må ikke slettes: en klagesag", dpo.Page, StringComparison.Ordinal);
        await dpo.Open(Somebody.Case(c, "/restriction"));
        await dpo.Send("/restriction", ("ground", "indsigelse"));

        var social = await Somebody.SignIn(hub, "boligsocial");
        await social.Open(Somebody.Case(c));
        Assert.Contains("Sagen er gemt, men må ikke bruges.", social.Page, StringComparison.Ordinal);
        Assert.Contains("Kun lederen af kontoret kan læse den, til det er afklaret.", social.Page, StringComparison.Ordinal);

        await dpo.Send("/restriction/lift");
        await dpo.Send("/hold/lift");
        Assert.DoesNotContain("må ikke", dpo.Page.Split("id=\"handling\"")[0], StringComparison.Ordinal);
        await social.Open(Somebody.Case(c));
        Assert.Contains("Gardinerne", social.Page, StringComparison.Ordinal);
    }

    private async Task<(Somebody Dpo, string Page)> Asked(Guid c, string kind)
    {
        var dpo = await Somebody.SignIn(hub, "dpo");
        await dpo.Open(Somebody.Case(c, "/anmodninger"));
        await dpo.Send("/anmodninger", ("kind", kind), ("personId", await Person(c)));
        Assert.StartsWith($"{Omraade}/anmodninger/", dpo.Browser.Location, StringComparison.Ordinal);
        return (dpo, dpo.Browser.Location);
    }

    private async Task<Guid> Flag(string name, string? klager = null) => (await (await hub.SignIn("ejendom@nordbo.example")).Post(In(Nordlyset, "flags"), new
    {
        category = "mistrivsel",
        description = "Gardinerne er nede hele dagen.",
        beboer = new { name },
        parter = klager is null ? [] : new[] { new { rolle = "klager", name = klager } },
    })).Id("caseId");

    private async Task<string> Person(Guid c) =>
        (await (await hub.SignIn("dpo@nordbo.example")).Get(In(Nordlyset, $"cases/{c}"))).Json["persons"]![0]!["personId"]!.ToString();

    private async Task<string?> Name(Guid c) =>
        (await (await hub.SignIn("ejendom@nordbo.example")).Get(In(Nordlyset, $"cases/{c}"))).Json["identity"]?["name"]?.ToString();
}
