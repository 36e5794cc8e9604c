using Hub.Contracts;
using Hub.Domain;

namespace Hub.Grains.Tests;

/// <summary>A matter that has left memory comes back with the case it came from, so that what is said in it is held against the people of that.</summary>
public sealed class RecalledMatterTests : IAsyncLifetime
{
    private Area _area = null!;

    public async Task InitializeAsync() => _area = await Area.Open();

    public async Task DisposeAsync() => await _area.DisposeAsync();

    [Fact]
    public async Task Nobody_names_the_beboer_in_it()
    {
        var (matter, _) = await LongGone();

        await _area.Boligsocial.Do(new ReopenMatter(matter));

        Assert.Equal(RejectionCode.PersonalDataInText, await _area.Boligsocial.Refused(new AddMatterNote(matter, "Det er Prøvesen igen")));
    }

    [Fact]
    public async Task Nor_on_another_node()
    {
        var (matter, _) = await LongGone();
        var other = _area.NewEngine();
        await other.ReadWorkspace(_area.Boligsocial.Member, default);
        await _area.Boligsocial.Do(new ReopenMatter(matter));

        var named = await _area.Boligsocial.Send(new AddMatterNote(matter, "Det er Prøvesen igen"), via: other);

        Assert.Equal(RejectionCode.PersonalDataInText, named.Rejection?.Code);
    }

    [Fact]
    public async Task And_a_name_that_the_board_writes_is_masked_on_the_list_for_those_to_whom_it_is_sealed()
    {
        var (matter, caseId) = await LongGone();
        await _area.Ejendom.Do(new WithdrawLegalBasis(caseId));
        await _area.Ejendom.Flag();
        await _area.Boligsocial.Do(new ReopenMatter(matter));
        await _area.Bestyrelse.Do(new DecideMatter(matter, "Prøvesen skal ringes op"));

        Assert.Equal("▇▇▇ skal ringes op", (await _area.Boligsocial.Workspace()).Matters.Single(m => m.MatterId == matter).Decision);
    }

    /// <summary>A case with a matter to the board, both closed so long ago that neither is in memory.</summary>
    private async Task<(Guid Matter, Guid Case)> LongGone()
    {
        var id = await _area.Ejendom.Flag(beboer: Flags.Proevesen, basis: Flags.Consent());
        await _area.Boligsocial.Do(new PickUpCase(id));
        var matter = (await _area.Boligsocial.Do(new OfferHandover(id, Kontor.Bestyrelseskontor, "Til mødet", "Lys i opgangen", null))).MatterId!.Value;
        await _area.Boligsocial.Do(new CloseCase(id, Outcome.Loest, null));
        await _area.Boligsocial.Do(new CloseMatter(matter, MatterOutcome.Loest));
        for (var passes = 0; passes < 3; passes++)
        {
            _area.Time.Advance(Retention.OnScreen + TimeSpan.FromDays(1));
            await _area.Ejendom.Flag();
        }

        Assert.DoesNotContain((await _area.Boligsocial.Workspace()).Matters, m => m.MatterId == matter);
        Assert.DoesNotContain((await _area.Boligsocial.Workspace()).Cases, c => c.CaseId == id);
        return (matter, id);
    }
}
