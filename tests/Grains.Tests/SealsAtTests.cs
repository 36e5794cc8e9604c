using Hub.Contracts;

namespace Hub.Grains.Tests;

/// <summary>When time alone takes a name from the screen again.</summary>
public sealed class SealsAtTests : IAsyncLifetime
{
    private Area _area = null!;

    public async Task InitializeAsync() => _area = await Area.Open();

    public async Task DisposeAsync() => await _area.DisposeAsync();

    [Fact]
    public async Task A_name_open_by_a_basis_that_runs_out_says_when()
    {
        var expires = Area.MondayNoon.AddDays(3);
        var caseId = await Flag(new LegalBasisInput(LegalBasisKind.Samtykke, LegalBasisForm.Mundtligt, Expires: expires));

        Assert.Equal(expires, await SealsAt(_area.Boligsocial, caseId));
    }

    [Fact]
    public async Task Open_by_one_whose_end_nobody_named_it_says_when_consents_end()
    {
        Assert.Equal(Area.MondayNoon.AddDays(365), await SealsAt(_area.Boligsocial, await Flag(Flags.Consent())));
    }

    [Fact]
    public async Task The_flagging_office_keeps_what_it_typed()
    {
        var caseId = await Flag(new LegalBasisInput(LegalBasisKind.Samtykke, LegalBasisForm.Mundtligt, Expires: Area.MondayNoon.AddDays(3)));

        Assert.Null(await SealsAt(_area.Ejendom, caseId));
    }

    [Fact]
    public async Task An_unsealed_name_says_when_it_is_sealed_again()
    {
        var caseId = await Flag(null);
        await _area.Boligsocial.Do(new UnsealCase(caseId, UnsealKind.FareForLiv, "Svarer ikke, og der lugter af gas"));

        Assert.Equal(Area.MondayNoon.AddHours(4), await SealsAt(_area.Boligsocial, caseId));
    }

    [Fact]
    public async Task Of_a_basis_and_an_unsealing_the_later_counts()
    {
        var caseId = await Flag(null);
        await _area.Boligsocial.Do(new UnsealCase(caseId, UnsealKind.FareForLiv, "Svarer ikke, og der lugter af gas"));
        await _area.Ejendom.Do(new RecordLegalBasis(
            caseId, new LegalBasisInput(LegalBasisKind.Samtykke, LegalBasisForm.Mundtligt, "Hjælp i hjemmet", Expires: Area.MondayNoon.AddHours(1))));

        Assert.Equal(Area.MondayNoon.AddHours(4), await SealsAt(_area.Boligsocial, caseId));
    }

    private Task<Guid> Flag(LegalBasisInput? basis) => _area.Ejendom.Flag(beboer: Flags.Proevesen, basis: basis);

    private static async Task<DateTimeOffset?> SealsAt(Person person, Guid caseId) => (await person.Sees(caseId))!.Card.Identity!.SealsAt;
}
