using Hub.Web.Demo;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Fuzz;

/// <summary>Things of two boligorganisationer with words in them that stand nowhere else.</summary>
internal sealed class Planted
{
    /// <summary>Sydbo's: nobody of Nordbo may ever be sent one of these.</summary>
    public static IReadOnlyList<string> Foreign { get; } =
    [
        "Zenobia", "Qvortrup", "Hemmelighedsvej", "77665544", "77 66 55 44", "Xylofonen", "Guldregnen", "Vindebroen", "Kandelaberen", "Rokokostolen",
        .. DemoPeople.All.Where(p => p.Tenant == "sydbo").Select(p => p.Name), "@sydbo.example",
    ];

    /// <summary>Who the case of Nordbo's social workers is about, and what they wrote: for nobody in another office.</summary>
    public static IReadOnlyList<string> Sealed { get; } = ["Ingeborg", "Tavshøj", "Fortrolighedsgade", "22334455", "22 33 44 55", "Fagotten", "Klarinetten"];

    public required Ids Ids { get; init; }

    public static async Task<Planted> In(HubServer hub)
    {
        var foreign = await Foreigner(hub);
        var (own, kept) = await Own(hub);
        foreach (var (kind, ids) in kept)
        {
            foreign[kind] = [.. foreign[kind], .. ids];
        }

        return new Planted { Ids = new Ids(own, foreign) };
    }

    private static async Task<Dictionary<string, Guid[]>> Foreigner(HubServer hub)
    {
        var (social, janitor, area) = (await hub.SignIn("boligsocial@sydbo.example"), await hub.SignIn("ejendom@sydbo.example"), Session.Soenderparken);
        var person = new { name = "Zenobia Qvortrup", address = "Hemmelighedsvej 77, 3. tv", phone = "77 66 55 44" };
        var c = (await Must(social, area, "flags", new { category = "mistrivsel", description = "Xylofonen larmer om natten", beboer = person })).Id("caseId");
        await Must(social, area, $"cases/{c}/notes", new { text = "Guldregnen er visnet", audience = "eget", kind = "opkald" });
        var h = (await Must(social, area, $"cases/{c}/handovers", new { toKontor = "ejendomskontor", reason = "Vindebroen er oppe", summary = "Kandelaberen skal hentes" })).Id("handoverId");
        var m = (await Must(janitor, area, "matters", new { title = "Rokokostolen", text = "Rokokostolen står på trappen", toKontor = "bestyrelseskontor" })).Id("matterId");
        var t = (await Must(janitor, area, "tasks", new { title = "Flyt Rokokostolen", kontor = "ejendomskontor" })).Id("taskId");
        return new() { ["o"] = [area], ["c"] = [c], ["h"] = [h], ["m"] = [m], ["t"] = [t], ["u"] = [(await social.Get("/api/v1/me")).Id("userId")], ["tenant"] = [DemoIds.Tenant("sydbo")] };
    }

    private static async Task<(Dictionary<string, Guid[]> Own, Dictionary<string, Guid[]> Kept)> Own(HubServer hub)
    {
        var (social, janitor, area) = (await hub.SignIn("boligsocial@nordbo.example"), await hub.SignIn("ejendom@nordbo.example"), Session.Nordlyset);
        var person = new { name = "Ingeborg Tavshøj", address = "Fortrolighedsgade 9", phone = "22 33 44 55" };
        var hidden = (await Must(social, area, "flags", new { category = "mistrivsel", description = "Fagotten spiller aldrig", beboer = person })).Id("caseId");
        await Must(social, area, $"cases/{hidden}/notes", new { text = "Klarinetten er væk", audience = "eget", kind = "opkald" });
        var c = (await Must(janitor, area, "flags", new { category = "stoej", description = "Musik om natten", toKontor = "ejendomskontor" })).Id("caseId");
        await Must(janitor, area, $"cases/{c}/pickup", null);
        var given = (await Must(janitor, area, "flags", new { category = "stoej", description = "Musik om dagen", toKontor = "ejendomskontor" })).Id("caseId");
        await Must(janitor, area, $"cases/{given}/pickup", null);
        var h = (await Must(janitor, area, $"cases/{given}/handovers", new { toKontor = "boligsocialtKontor", reason = "Hører til jer", summary = "Et besøg er nok" })).Id("handoverId");
        var m = (await Must(janitor, area, "matters", new { title = "Lys", text = "Stien er mørk", toKontor = "bestyrelseskontor" })).Id("matterId");
        var t = (await Must(janitor, area, "tasks", new { title = "Skift pæren", kontor = "ejendomskontor" })).Id("taskId");
        var colleague = DemoPeople.All.Single(p => p.Email == "boligsocial2@nordbo.example").Id;
        return (
            new() { ["o"] = [area, Session.Havnegaarden], ["c"] = [c, given], ["h"] = [h], ["m"] = [m], ["t"] = [t], ["u"] = [colleague], ["tenant"] = [DemoIds.Tenant("nordbo")], ["k"] = [Guid.NewGuid()] },
            new() { ["c"] = [hidden] });
    }

    private static async Task<Reply> Must(Session person, Guid area, string call, object? body)
    {
        var reply = await person.Post(Session.In(area, call), body);
        Assert.True(reply.Status is 200 or 201, $"{call}: {reply.Status} {reply.Body}");
        return reply;
    }
}
