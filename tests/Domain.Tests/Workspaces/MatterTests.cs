using System.Text.Json;
using Hub.Contracts;
using Hub.Domain.Tests.Time;
using Hub.Domain.Views;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>Bestyrelseskontor takes and gives matters, never persons.</summary>
public class MatterTests
{
    private readonly Scenario area = new();

    [Fact]
    public void The_board_asks_a_staffed_office_and_a_staffed_office_asks_the_board()
    {
        Assert.Equal((Kontor.Bestyrelseskontor, Kontor.Ejendomskontor), Sides(area.When(Bestyrelse, Lamps())));
        Assert.Equal((Kontor.Bestyrelseskontor, Kontor.BoligsocialtKontor), Sides(area.When(Bestyrelse, Lamps(Kontor.BoligsocialtKontor))));
        Assert.Equal((Kontor.Ejendomskontor, Kontor.Bestyrelseskontor), Sides(area.When(Vicevaert, Lamps())));
        Assert.Equal((Kontor.BoligsocialtKontor, Kontor.Bestyrelseskontor), Sides(area.When(Boligsocial, Lamps(Kontor.Bestyrelseskontor))));
    }

    [Fact]
    public void Two_staffed_offices_have_cases_and_tasks_between_them_and_no_matters()
    {
        area.When(Vicevaert, Lamps(Kontor.BoligsocialtKontor)).Refused(RejectionCode.SameOffice);
        area.When(Bestyrelse, Lamps(Kontor.Bestyrelseskontor)).Refused(RejectionCode.SameOffice);
        area.When(Dpo, Lamps()).Refused(RejectionCode.NotAllowed);
        area.When(Admin, Lamps()).Refused(RejectionCode.NotAllowed);
    }

    [Fact]
    public void It_stays_fully_readable_to_the_board_with_its_answer()
    {
        var id = Opened(Bestyrelse);
        area.Given(Vicevaert, new AddMatterNote(id, "Elektrikeren kommer"));
        area.Given(Vicevaert, new DecideMatter(id, "Lyset er tændt"));
        var matter = Assert.Single(area.Board().Matters);
        Assert.Equal(("M-0001", "Lys på stien", "Stien er mørk", "Lyset er tændt", MatterStatus.Besluttet), (matter.Number, matter.Title, matter.Summary, matter.Decision, matter.Status));
        Assert.Equal("Elektrikeren kommer", Assert.Single(View.BoardMatter(area.State, area.State.Matter(id)!, area.Log, area.Seen(Bestyrelse), area.Now, area.Area)!.Notes).Text);
    }

    [Fact]
    public void Those_who_are_no_side_of_it_do_not_know_it()
    {
        var id = Opened(Bestyrelse);
        MatterCommand[] commands = [new AddMatterNote(id, "x"), new DecideMatter(id, "x"), new CloseMatter(id, MatterOutcome.Loest), new PutMatterOnAgenda(id, new(2026, 4, 1))];
        Assert.All(commands, command => area.When(Boligsocial, command).Refused(RejectionCode.NotFound));
        Assert.Empty(area.Workspace(Boligsocial).Matters);
        Assert.Null(View.Matter(area.State, area.State.Matter(id)!, area.Log, area.Seen(Boligsocial), area.Now, area.Area));
    }

    [Fact]
    public void The_board_puts_it_on_its_agenda_and_decides()
    {
        var id = Opened(Vicevaert);
        area.When(Vicevaert, new PutMatterOnAgenda(id, new(2026, 3, 20))).Refused(RejectionCode.NotAllowed);
        area.When(Vicevaert, new DecideMatter(id, "Ja")).Refused(RejectionCode.NotAllowed);
        area.When(Bestyrelse, new PutMatterOnAgenda(id, new(2026, 3, 1))).Refused(RejectionCode.WrongTime);
        Assert.Equal(new DateOnly(2026, 3, 20), area.When(Bestyrelse, new PutMatterOnAgenda(id, new(2026, 3, 20))).Then<MatterPutOnAgenda>().Date);
        area.When(Bestyrelse, new PutMatterOnAgenda(id, new(2026, 3, 20))).ChangedNothing();
        Assert.Equal(MatterStatus.PaaDagsorden, area.State.Matter(id)!.Status);
        Assert.Equal("Nattevandring fra maj", area.When(Formand, new DecideMatter(id, "Nattevandring fra maj")).Then<MatterDecided>().Text.Value);
    }

    [Fact]
    public void What_the_board_asks_is_not_on_its_own_agenda() =>
        area.When(Bestyrelse, new PutMatterOnAgenda(Opened(Bestyrelse), new(2026, 3, 20))).Refused(RejectionCode.NotAllowed);

    [Fact]
    public void Either_side_closes_it_and_opens_it_again()
    {
        var id = Opened(Vicevaert);
        area.When(Bestyrelse, new ReopenMatter(id)).Refused(RejectionCode.MatterNotClosed);
        area.When(Vicevaert, new CloseMatter(id, MatterOutcome.Loest)).Then<MatterClosed>();
        area.When(Bestyrelse, new CloseMatter(id, MatterOutcome.Loest)).ChangedNothing();
        area.When(Bestyrelse, new CloseMatter(id, MatterOutcome.Afvist)).Refused(RejectionCode.MatterClosed);
        area.When(Bestyrelse, new AddMatterNote(id, "x")).Refused(RejectionCode.MatterClosed);
        area.When(Bestyrelse, new DecideMatter(id, "x")).Refused(RejectionCode.MatterClosed);
        area.When(Bestyrelse, new ReopenMatter(id)).Then<MatterReopened>();
        Assert.Equal(MatterStatus.Ny, area.State.Matter(id)!.Status);
    }

    [Fact]
    public void It_is_answered_at_the_next_board_meeting_when_one_is_set()
    {
        var planned = new Scenario(OmraadeSettings.Standard with { NextBoardMeeting = new(2026, 3, 18) });
        Assert.Equal(Copenhagen.At("2026-03-18 23:59").AddSeconds(59), planned.When(Vicevaert, Lamps()).Then<MatterOpened>().RespondBy);
        var asked = planned.When(Bestyrelse, Lamps()).Then<MatterOpened>();
        Assert.Equal(Copenhagen.At("2026-03-23 10:00"), asked.RespondBy);
    }

    [Fact]
    public void Else_within_fifteen_working_days()
    {
        Assert.Equal(Copenhagen.At("2026-03-23 10:00"), area.When(Vicevaert, Lamps()).Then<MatterOpened>().RespondBy);
        var past = new Scenario(OmraadeSettings.Standard with { NextBoardMeeting = new(2026, 3, 1) });
        Assert.Equal(Copenhagen.At("2026-03-23 10:00"), past.When(Vicevaert, Lamps()).Then<MatterOpened>().RespondBy);
    }

    [Fact]
    public void Unanswered_it_is_late()
    {
        Opened(Bestyrelse);
        area.Meet(DeadlineKind.MatterAnswer).Then<MatterOverdue>();
        Assert.Empty(area.Deadlines);
        area.Now += TimeSpan.FromSeconds(1);
        Assert.True(Assert.Single(area.Board().Matters).Late);
        Assert.True(Assert.Single(area.Workspace(Vicevaert).Matters).Late);
    }

    [Fact]
    public void Answered_or_closed_it_waits_for_nobody()
    {
        area.Given(Vicevaert, new DecideMatter(Opened(Bestyrelse), "Ja"));
        area.Given(Bestyrelse, new CloseMatter(Opened(Vicevaert), MatterOutcome.Loest));
        Assert.Empty(area.Deadlines);
    }

    [Fact]
    public void A_handover_to_the_board_opens_a_matter_and_the_case_stays_with_its_holder()
    {
        var id = area.Picked();
        var opened = area.When(Boligsocial, ToBoard(id));
        Assert.Equal("Fælles cafe om torsdagen", opened.Then<MatterOpened>().Summary.Value);
        Assert.Equal((Kontor.BoligsocialtKontor, CaseStatus.IGang), (area.Case(id).Kontor, area.Case(id).Status));
        Assert.NotNull(opened.Receipt.MatterId);
        Assert.Equal(id, Assert.Single(area.Workspace(Boligsocial).Matters).CaseId);
    }

    [Fact]
    public void The_board_gets_the_summary_without_the_case_and_without_the_reason()
    {
        var id = area.Picked();
        var opened = area.Given(Boligsocial, ToBoard(id));
        var board = JsonSerializer.Serialize(area.Board());
        Assert.Contains("torsdagen", board, StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), board, StringComparison.Ordinal);
        Assert.DoesNotContain("ensom", board, StringComparison.Ordinal);
        Assert.All(opened.Recorded, r => Assert.False(r.Audience.KnowsCase.Has(Kontor.Bestyrelseskontor)));
        Assert.Contains(area.View(Boligsocial, id)!.Timeline, e => e.Text == "Hun er ensom");
    }

    [Theory]
    [InlineData("Karen vil gerne have en cafe")]
    [InlineData("Beboeren på Nordlysvej 12")]
    [InlineData("Ring 20304050")]
    public void A_summary_that_names_the_beboer_does_not_go_to_the_board_on_any_basis(string summary)
    {
        var id = area.Picked();
        area.When(Boligsocial, ToBoard(id) with { Summary = summary }).Refused(RejectionCode.PersonalDataInText);
        Assert.Empty(area.Board().Matters);
    }

    [Fact]
    public void Nor_does_an_answer_or_a_task_on_such_a_matter()
    {
        var matter = area.Given(Boligsocial, ToBoard(area.Picked())).Receipt.MatterId!.Value;
        area.When(Boligsocial, new AddMatterNote(matter, "Det er for Karen")).Refused(RejectionCode.PersonalDataInText);
        area.When(Boligsocial, new CreateTask("Spørg Karen", Kontor.BoligsocialtKontor, null, matter, null, null)).Refused(RejectionCode.PersonalDataInText);
        area.When(Boligsocial, new AddMatterNote(matter, "Det er for alle")).Accepted();
    }

    [Fact]
    public void The_board_cannot_find_out_by_guessing_names()
    {
        var matter = area.Given(Boligsocial, ToBoard(area.Picked())).Receipt.MatterId!.Value;
        area.When(Bestyrelse, new AddMatterNote(matter, "Er det Karen Østergård?")).Accepted();
        area.When(Bestyrelse, new DecideMatter(matter, "Karen Østergård")).Accepted();
        area.When(Bestyrelse, new CreateTask("Karen", Kontor.BoligsocialtKontor, null, matter, null, null)).Accepted();
    }

    [Fact]
    public void A_handover_to_the_board_does_not_wait_for_one_between_staff()
    {
        var id = area.Picked();
        area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        area.When(Boligsocial, ToBoard(id)).Accepted();
    }

    [Fact] // databeskyttelsesloven § 11
    public void A_cpr_number_is_refused_in_every_text_of_it()
    {
        area.When(Bestyrelse, Lamps() with { Title = "010190-1234" }).Refused(RejectionCode.CprInText);
        area.When(Bestyrelse, Lamps() with { Text = "010190-1234" }).Refused(RejectionCode.CprInText);
        var id = Opened(Bestyrelse);
        area.When(Vicevaert, new AddMatterNote(id, "010190-1234")).Refused(RejectionCode.CprInText);
        area.When(Vicevaert, new DecideMatter(id, "010190-1234")).Refused(RejectionCode.CprInText);
        area.When(Boligsocial, ToBoard(area.Picked()) with { Summary = "010190-1234" }).Refused(RejectionCode.CprInText);
    }

    private Guid Opened(Membership by) => area.Given(by, Lamps()).Receipt.MatterId!.Value;

    private static OpenMatter Lamps(Kontor? to = null) => new("Lys på stien", "Stien er mørk", to);

    private static OfferHandover ToBoard(Guid caseId) => new(caseId, Kontor.Bestyrelseskontor, "Hun er ensom", "Fælles cafe om torsdagen", null);

    private static (Kontor, Kontor) Sides(Result opened) => (opened.Then<MatterOpened>().OpenedFrom, opened.Then<MatterOpened>().Kontor);
}
