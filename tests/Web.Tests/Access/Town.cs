using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Access;

/// <summary>
/// One boligorganisation's people in one area, and for each of them something of every relation: made once, and never changed by the calls.
/// </summary>
internal sealed class Town
{
    private readonly Dictionary<(string Person, string Thing, string Relation), Target> targets = [];
    private readonly Dictionary<string, Session> people = [];
    private readonly Guid omraade;

    private Town(Guid omraade) => this.omraade = omraade;

    public static IReadOnlyDictionary<string, string[]> PeopleOf { get; } = new Dictionary<string, string[]>
    {
        ["medarbejder"] = ["ejendom", "boligsocial"],
        ["leder"] = ["ejendomsleder", "leder"],
        ["bestyrelse"] = ["bestyrelse"],
        ["dpo"] = ["dpo"],
        ["admin"] = ["admin"],
    };

    public Guid Omraade => omraade;

    public Session this[string person] => people[person];

    /// <summary>What a call about this relation is sent about; null where nobody of this office can have it.</summary>
    public Target? Find(string person, string thing, string relation) => targets.GetValueOrDefault((person, thing, relation));

    /// <summary>Everything that was made, once.</summary>
    public IEnumerable<(string Thing, Target Target)> Things => targets.Select(t => (t.Key.Thing, t.Value)).Distinct();

    public static async Task<Town> Build(HubServer hub, string tenant, Guid omraade)
    {
        var town = new Town(omraade);
        foreach (var person in PeopleOf.Values.SelectMany(p => p))
        {
            town.people[person] = await hub.SignIn($"{person}@{tenant}.example");
        }

        await town.Fill(new Office("ejendomskontor", "ejendom", "ejendomsleder"), new Office("boligsocialtKontor", "boligsocial", "leder"));
        await town.Fill(new Office("boligsocialtKontor", "boligsocial", "leder"), new Office("ejendomskontor", "ejendom", "ejendomsleder"));
        await town.FillForOthers();
        return town;
    }

    private async Task Fill(Office own, Office other)
    {
        foreach (var (person, colleague) in new[] { (own.Medarbejder, own.Leder), (own.Leder, own.Medarbejder) })
        {
            var mine = await Flag(person, other.Name);
            var hidden = await Flag("bestyrelse", other.Name);
            var held = await Flag("bestyrelse", own.Name);
            await Case(person, held, "pickup");
            var heldBy = await Offer(person, held, other.Name);
            await Must(other.Leder, $"handovers/{heldBy}/accept");
            var works = await Flag("bestyrelse", own.Name);
            await Case(person, works, "pickup");
            var asked = await Flag("bestyrelse", other.Name);

            Guid? none = null;
            foreach (var (relation, id, handover) in new[]
            {
                ("flagged", await Flag(colleague, other.Name), none), ("mine", mine, none), ("told", await Flag(other.Medarbejder, own.Name, told: true), none),
                ("holds", await Flag("bestyrelse", own.Name), none), ("works", works, none), ("held", held, heldBy),
                ("asked", asked, await Offer(other.Leder, asked, own.Name)), ("none", hidden, none),
            })
            {
                Set(person, "case", relation, new Target(id, handover, mine, hidden, await Me(person), await Me(colleague)));
            }

            await FillMattersAndTasks(person, colleague, own, other, hidden);
        }

        if (own.Name == "ejendomskontor")
        {
            await ShutOut(own, other);
        }
    }

    private async Task FillMattersAndTasks(string person, string colleague, Office own, Office other, Guid hidden)
    {
        var (self, another) = (await Me(person), await Me(colleague));
        var onHeld = await Flag(other.Medarbejder, own.Name, told: true);
        foreach (var (thing, relation, id) in new[]
        {
            ("area", "here", Guid.Empty),
            ("matter", "answers", await Matter("bestyrelse", own.Name)), ("matter", "asks", await Matter(person, "bestyrelseskontor")),
            ("matter", "none", await Matter("bestyrelse", other.Name)),
            ("task", "does", await Job("bestyrelse", own.Name)), ("task", "asks", await Job(person, "bestyrelseskontor")),
            ("task", "knows", await Job(other.Medarbejder, other.Name, onHeld)), ("task", "none", await Job("bestyrelse", other.Name)),
        })
        {
            Set(person, thing, relation, new Target(id, null, hidden, hidden, self, another));
        }
    }

    /// <summary>ejendomskontoret held the case and handed it over; a vicevært who never worked it keeps number and status only.</summary>
    private async Task ShutOut(Office own, Office other)
    {
        var c = await Flag("bestyrelse", own.Name);
        await Case(own.Leder, c, "pickup");
        var handover = await Offer(own.Leder, c, other.Name);
        await Must(other.Medarbejder, $"handovers/{handover}/accept");
        var known = Find(own.Medarbejder, "case", "mine")!;
        Set(own.Medarbejder, "case", "shut", known with { Id = c, Handover = handover });
    }

    private async Task FillForOthers()
    {
        var (asked, none) = (Find("ejendom", "case", "asked")!, Find("ejendom", "case", "mine")!);
        foreach (var person in (string[])["bestyrelse", "dpo", "admin"])
        {
            var target = asked with { Mine = none.Id, Hidden = none.Id, Self = await Me(person), Colleague = await Me("ejendom") };
            Set(person, "area", "here", target);
            Set(person, "case", person == "bestyrelse" ? "mine" : "none", target);
            Set(person, "matter", "none", target with { Id = Find("ejendom", "matter", "asks")!.Id });
            Set(person, "task", "none", target with { Id = await Job("ejendom", "boligsocialtKontor") });
        }

        var board = Find("bestyrelse", "case", "mine")!;
        Set("bestyrelse", "case", "none", board with { Id = none.Id, Handover = null });
        Set("bestyrelse", "matter", "answers", board with { Id = Find("ejendom", "matter", "asks")!.Id });
        Set("bestyrelse", "matter", "asks", board with { Id = Find("ejendom", "matter", "answers")!.Id });
        Set("bestyrelse", "task", "does", board with { Id = Find("ejendom", "task", "asks")!.Id });
        Set("bestyrelse", "task", "asks", board with { Id = Find("ejendom", "task", "does")!.Id });
    }

    private void Set(string person, string thing, string relation, Target target) => targets[(person, thing, relation)] = target;

    private async Task<Guid> Flag(string person, string toKontor, bool told = false) => (await Must(person, "flags", new
    {
        category = "andet",
        description = "Gardinerne er nede hele dagen.",
        beboer = new { name = "Valborg Kragelund" },
        toKontor,
        legalBasis = told ? new { kind = "samtykke", form = "mundtligt" } : null,
    })).Id("caseId");

    private async Task<Guid> Offer(string person, Guid c, string toKontor) =>
        (await Case(person, c, "handovers", new { toKontor, reason = "Det hører til hos jer", summary = "En beboer har brug for et besøg" })).Id("handoverId");

    private async Task<Guid> Matter(string person, string toKontor) =>
        (await Must(person, "matters", new { title = "Lys på stien", text = "Stien er mørk", toKontor })).Id("matterId");

    private async Task<Guid> Job(string person, string kontor, Guid? caseId = null) =>
        (await Must(person, "tasks", new { title = "Skift pæren", kontor, caseId })).Id("taskId");

    private Task<Reply> Case(string person, Guid c, string call, object? body = null) => Must(person, $"cases/{c}/{call}", body);

    private async Task<Reply> Must(string person, string call, object? body = null)
    {
        var reply = await people[person].Post(Session.In(omraade, call), body);
        Assert.True(reply.Status is 200 or 201, $"{person} {call}: {reply.Status} {reply.Body}");
        return reply;
    }

    private async Task<Guid> Me(string person) => (await people[person].Get("/api/v1/me")).Id("userId");

    private sealed record Office(string Name, string Medarbejder, string Leder);
}
