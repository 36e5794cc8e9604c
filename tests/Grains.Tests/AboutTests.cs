using System.Text.Json;
using Hub.Contracts;

namespace Hub.Grains.Tests;

/// <summary>The part of a workspace around one thing shows what the whole shows of it, and nothing besides.</summary>
public sealed class AboutTests : IAsyncLifetime
{
    private Area _area = null!;

    public async Task InitializeAsync() => _area = await Area.Open();

    public async Task DisposeAsync() => await _area.DisposeAsync();

    [Fact]
    public async Task Around_a_case_stand_its_card_its_tasks_its_matters_and_its_handover()
    {
        var (caseId, other) = (await _area.Ejendom.Flag(), await _area.Ejendom.Flag());
        await _area.Boligsocial.Do(new PickUpCase(caseId));
        await _area.Boligsocial.Do(new CreateTask("Container", Kontor.Ejendomskontor, caseId, null, null, null));
        await _area.Boligsocial.Do(new CreateTask("Noget andet", Kontor.Ejendomskontor, other, null, null, null));
        await _area.Boligsocial.Do(new OfferHandover(caseId, Kontor.Bestyrelseskontor, "Til mødet", "Lys i opgangen", null));
        await _area.Boligsocial.Do(new OfferHandover(caseId, Kontor.Ejendomskontor, "Jeres", "Se på væggen", null));

        foreach (var person in new[] { _area.Ejendom, _area.Boligsocial, _area.Leder, _area.Dpo, _area.Admin })
        {
            Assert.Equal(Only(await person.Workspace(), caseId), Json((await About(person, caseId)).Staff!));
        }
    }

    [Fact]
    public async Task Around_a_task_stands_the_case_it_is_on()
    {
        var caseId = await _area.Boligsocial.Flag();
        var task = (await _area.Boligsocial.Do(new CreateTask("Container", Kontor.Ejendomskontor, caseId, null, null, null))).TaskId!.Value;

        Assert.Equal(caseId, Assert.Single((await About(_area.Boligsocial, task)).Staff!.Cases).CaseId);
        var seen = (await About(_area.Ejendom, task)).Staff!;
        Assert.Equal((0, task), (seen.Cases.Count, Assert.Single(seen.Tasks).TaskId));
    }

    [Fact]
    public async Task The_board_gets_the_matter_and_neither_case_nor_flag()
    {
        var caseId = await _area.Boligsocial.Flag();
        await _area.Bestyrelse.Flag();
        var matter = (await _area.Boligsocial.Do(new OfferHandover(caseId, Kontor.Bestyrelseskontor, "Til mødet", "Lys i opgangen", null))).MatterId!.Value;

        var board = (await About(_area.Bestyrelse, matter)).Board!;

        Assert.Equal(matter, Assert.Single(board.Matters).MatterId);
        Assert.Empty(board.Flags);
        Assert.Empty((await About(_area.Bestyrelse, caseId)).Board!.Tasks);
    }

    [Fact]
    public async Task Around_what_is_not_there_or_not_ours_stands_nothing()
    {
        var caseId = await _area.Boligsocial.Flag();

        Assert.Equal(Json((await About(_area.Ejendom, Guid.NewGuid())).Staff!), Json((await About(_area.Ejendom, caseId)).Staff!));
    }

    private Task<Workspace> About(Person person, Guid id) => _area.Engine.ReadAbout(person.Member, id, default);

    private static string Only(WorkspaceView whole, Guid caseId) => Json(whole with
    {
        Cases = [.. whole.Cases.Where(c => c.CaseId == caseId)],
        Tasks = [.. whole.Tasks.Where(t => t.CaseId == caseId)],
        Handovers = [.. whole.Handovers.Where(h => h.CaseId == caseId)],
        Matters = [.. whole.Matters.Where(m => m.CaseId == caseId)],
    });

    private static string Json(WorkspaceView view) => JsonSerializer.Serialize(view);
}
