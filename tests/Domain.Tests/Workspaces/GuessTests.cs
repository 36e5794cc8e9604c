using Hub.Contracts;
using Hub.Domain.Views;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>What becomes of a text tells nobody whether they guessed whom a sealed case is about (GDPR art. 5(1)(f)).</summary>
public class GuessTests
{
    private const string Guess = "Mogens, Karen eller Yrsa";

    private readonly Scenario area = new();

    [Fact]
    public void Who_is_employed_elsewhere_than_the_basis_reaches_guesses_in_vain_as_well()
    {
        var id = Tenancy();

        area.Given(Boligsocial2, Beboere.Note(id, NoteAudience.Sagen, Guess));
        area.Given(Boligsocial2, new CreateTask(Guess, Kontor.Ejendomskontor, id, null, null, null));

        Assert.Equal(Guess, area.View(Boligsocial2, id)!.Timeline.Last(e => e.Kind == "noteAdded").Text);
        Assert.Equal(Guess, Assert.Single(area.View(Boligsocial2, id)!.Tasks).Title);
    }

    [Fact]
    public void What_a_colleague_wrote_who_was_told_stays_masked_to_them()
    {
        var id = Tenancy();

        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen, "Karen er flink"));

        Assert.Equal("▇▇▇ er flink", area.View(Boligsocial2, id)!.Timeline.Last(e => e.Kind == "noteAdded").Text);
    }

    [Fact]
    public void A_remark_and_a_corrected_text_go_by_who_wrote_them_and_not_by_the_line_they_stand_on()
    {
        var id = area.Flag(Vicevaert);
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Eget));
        var item = Item<NoteAdded>(e => e.Text);
        area.Given(Leder, new AddRemark(id, item, Guess));
        area.Given(Leder, new CorrectText(id, item, Guess));

        var line = area.View(Leder, id)!.Timeline.Last(e => e.Kind == "noteAdded");

        Assert.Equal((Guess, Guess), (line.Text, Assert.Single(line.Remarks)));
    }

    [Fact]
    public void Whoever_knows_is_refused_when_they_pass_it_on_to_the_board()
    {
        var id = area.Picked();
        area.When(Boligsocial, Beboere.Offer(id, Kontor.Bestyrelseskontor) with { Summary = "Karen larmer" }).Refused(RejectionCode.PersonalDataInText);
        area.When(Boligsocial2, Beboere.Offer(id, Kontor.Bestyrelseskontor) with { Summary = "Karen larmer" }).Refused(RejectionCode.PersonalDataInText);
    }

    [Fact]
    public void A_title_on_a_matter_is_held_against_the_people_of_both_cases_and_a_corrected_one_too()
    {
        var (known, other) = (area.Picked(), area.Picked(Beboere.Worry() with { Beboer = Beboere.Mogens, LegalBasis = Beboere.Consent() }));
        var matter = area.Given(Boligsocial, Beboere.Offer(known, Kontor.Bestyrelseskontor)).Receipt.MatterId!.Value;

        area.When(Boligsocial, new CreateTask("Ring til Karen", Kontor.Ejendomskontor, other, matter, null, null)).Refused(RejectionCode.PersonalDataInText);
        area.Given(Boligsocial, new CreateTask("Ring til hende", Kontor.Ejendomskontor, known, matter, null, null));
        area.When(Leder, new CorrectText(known, Item<TaskCreated>(e => e.Title), "Ring til Karen")).Refused(RejectionCode.PersonalDataInText);
    }

    [Fact]
    public void What_the_board_asks_for_on_a_matter_is_masked_for_those_to_whom_its_case_is_sealed_on_the_card_too()
    {
        var id = area.Flag(Vicevaert);
        area.Given(Boligsocial, new PickUpCase(id));
        var matter = area.Given(Boligsocial, Beboere.Offer(id, Kontor.Bestyrelseskontor)).Receipt.MatterId!.Value;
        var task = area.Given(Bestyrelse, new CreateTask("Ring til Karen", Kontor.BoligsocialtKontor, null, matter, null, null)).Receipt.TaskId!.Value;

        Assert.Equal("Ring til ▇▇▇", Assert.Single(area.Workspace(Boligsocial).Tasks).Title);
        foreach (var about in new[] { task, matter, id })
        {
            Assert.All(View.WorkspaceAbout(area.State, about, area.Seen(Boligsocial), area.Now, area.Area).Tasks, t => Assert.Equal("Ring til ▇▇▇", t.Title));
        }

        Assert.Equal("Ring til Karen", Assert.Single(area.Board().Tasks).Title);
    }

    /// <summary>A basis that opens a case to boligsocialt kontor, and not to those of the kommune in it.</summary>
    private Guid Tenancy()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { ToKontor = Kontor.BoligsocialtKontor, LegalBasis = new(LegalBasisKind.Lejekontrakt) });
        area.Given(Boligsocial, new PickUpCase(id));
        Assert.Equal((IdentityState.Aaben, IdentityState.Forseglet), (area.View(Boligsocial, id)!.Card.Identity!.State, area.View(Boligsocial2, id)!.Card.Identity!.State));
        return id;
    }

    private Guid Item<T>(Func<T, Secret> text) where T : Event => text(area.Log.Select(r => r.Event).OfType<T>().Last()).Item!.Value;
}
