using Hub.Contracts;
using Hub.Grains.InProcess;
using Hub.Grains.Tests;

namespace Hub.Cluster.Tests;

/// <summary>Two editions, one domain: what one wrote the other would have written, and serves.</summary>
public sealed class EditionTests : IAsyncLifetime
{
    private readonly List<Ground> _grounds = [];
    private Ground _ground = null!;
    private TestSilos _silos = null!;

    public async Task InitializeAsync()
    {
        _ground = await NewGround();
        _silos = await TestSilos.Start(_ground, 1);
    }

    public async Task DisposeAsync()
    {
        await _silos.DisposeAsync();
        foreach (var ground in _grounds)
        {
            await ground.DisposeAsync();
        }
    }

    [Fact]
    public async Task Given_the_same_ids_and_times_both_give_the_same_answers_and_write_the_same_events()
    {
        var stream = new StreamKey(Guid.NewGuid(), Guid.NewGuid());
        await using var grains = await _ground.NewArea((area, _) => _silos.Engine(area), stream);
        await using var process = await (await NewGround()).NewArea(Area.InProcess, stream);

        var (byGrains, byProcess) = (await Story(grains), await Story(process));

        Assert.Contains(byGrains, a => a.Rejection is not null);
        Assert.Equivalent(byProcess, byGrains, strict: true);
        Assert.Equivalent(await process.Log(), await grains.Log(), strict: true);
        Assert.Equivalent(await process.Boligsocial.Workspace(), await grains.Boligsocial.Workspace(), strict: true);
        Assert.Equivalent(await process.Bestyrelse.Board(), await grains.Bestyrelse.Board(), strict: true);
    }

    [Fact]
    public async Task What_the_default_edition_wrote_the_cluster_serves_and_the_other_way_round_and_both_at_once()
    {
        var engines = 0;
        await using var area = await _ground.NewArea((area, log) => engines++ % 2 == 0 ? Area.InProcess(area, log) : _silos.Engine(area));
        await Story(area);
        var before = await area.Boligsocial.Workspace();

        var cluster = area.NewEngine();
        Assert.Equivalent(before, (await cluster.ReadWorkspace(area.Boligsocial.Member, default)).Staff, strict: true);
        var flagged = (await area.Ejendom.Send(Flags.Of(beboer: Flags.Proevesen), via: cluster)).Receipt!;

        var back = area.NewEngine();
        Assert.IsType<InProcessBoligomraader>(back);
        foreach (var engine in new[] { area.Engine, back })
        {
            var sees = (await engine.ReadCase(area.Ejendom.Member, flagged.CaseId!.Value, default))!.Staff!;
            Assert.Equal((flagged.Number, "Prøve Prøvesen"), (sees.Card.Number, sees.Card.Identity!.Name));
        }
    }

    /// <summary>A case from its flag to its end, with what is refused on the way.</summary>
    private static async Task<IReadOnlyList<Answer>> Story(Area area)
    {
        var answers = new List<Answer>();
        async Task<Receipt?> Does(Person who, Command command)
        {
            answers.Add(await who.Send(command, CommandIds.Derive(area.Id, $"{answers.Count}")));
            area.Time.Advance(TimeSpan.FromMinutes(7));
            return answers[^1].Receipt;
        }

        area.Time.Set(Area.MondayNoon);
        var id = (await Does(area.Ejendom, Flags.Of(beboer: Flags.Proevesen, basis: Flags.Consent())))!.CaseId!.Value;
        await Does(area.Bestyrelse, new PickUpCase(id));
        await Does(area.Boligsocial, new PickUpCase(id));
        await Does(area.Boligsocial, new AddNote(id, "Talt i telefon", NoteAudience.Sagen, NoteKind.Opkald, null));
        var handover = (await Does(area.Boligsocial, new OfferHandover(id, Kontor.Ejendomskontor, "lås", "Låsen binder", null)))!.HandoverId!.Value;
        await Does(area.Ejendom, new AcceptHandover(handover));
        await Does(area.Ejendom2, new AcceptHandover(handover));
        await Does(area.Bestyrelse, new OpenMatter("Lys", "Lampen ved stien er gået", null));
        await Does(area.Ejendom, new CreateTask("Skift lås", Kontor.Ejendomskontor, id, null, null, null));
        await Does(area.Ejendom, new CloseCase(id, Outcome.Loest, "Låsen er skiftet"));
        await Does(area.Dpo, new ErasePersons(id));
        return answers;
    }

    private async Task<Ground> NewGround()
    {
        _grounds.Add(await Ground.Create());
        return _grounds[^1];
    }
}
