using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

public class NoteTests
{
    private readonly Scenario area = new();

    [Theory]
    [InlineData(NoteAudience.Eget, false)]
    [InlineData(NoteAudience.Sagen, true)]
    [InlineData(NoteAudience.Melder, true)]
    public void A_note_is_read_by_those_it_is_addressed_to(NoteAudience audience, bool flaggerReads)
    {
        var id = area.Picked();
        area.Given(Boligsocial, Beboere.Note(id, audience));
        Assert.Contains(area.View(Boligsocial2, id)!.Timeline, e => e.Text == "Talt med hende i dag");
        Assert.Equal(flaggerReads, area.View(Vicevaert, id)!.Timeline.Any(e => e.Kind == "noteAdded"));
    }

    [Fact]
    public void The_flagger_may_keep_a_note_of_its_own_office_too()
    {
        var id = area.Picked();
        area.Given(Vicevaert, Beboere.Note(id, NoteAudience.Eget));
        Assert.DoesNotContain(area.View(Boligsocial, id)!.Timeline, e => e.Kind == "noteAdded");
        Assert.Contains(area.View(Vicevaert, id)!.Timeline, e => e.Kind == "noteAdded");
    }

    [Fact]
    public void No_note_reaches_the_board()
    {
        var id = area.Flag(Bestyrelse);
        foreach (var audience in new[] { NoteAudience.Eget, NoteAudience.Sagen })
        {
            var note = Assert.Single(area.Given(Boligsocial, Beboere.Note(id, audience)).Recorded);
            Assert.Equal((false, null), (note.Audience.Reached.Has(Kontor.Bestyrelseskontor), note.BoardSeq));
        }
    }

    [Fact]
    public void No_line_about_a_person_goes_back_to_a_board_that_flagged() =>
        area.When(Boligsocial, Beboere.Note(area.Flag(Bestyrelse), NoteAudience.Melder)).Refused(RejectionCode.FlaggerIsBoard);

    [Fact]
    public void It_records_what_happened_and_when()
    {
        var id = area.Picked();
        var yesterday = area.Now.AddDays(-1);
        var note = area.When(Boligsocial, new AddNote(id, "Ikke hjemme", NoteAudience.Eget, NoteKind.IkkeTruffet, yesterday)).Then<NoteAdded>();
        Assert.Equal((NoteKind.IkkeTruffet, yesterday, Kontor.BoligsocialtKontor), (note.Kind, note.HappenedAt, note.From));
    }

    [Fact]
    public void It_cannot_have_happened_in_the_future()
    {
        var id = area.Picked();
        area.When(Boligsocial, Beboere.Note(id, NoteAudience.Eget) with { HappenedAt = area.Now.AddHours(1) }).Refused(RejectionCode.WrongTime);
        area.When(Boligsocial, Beboere.Note(id, NoteAudience.Eget) with { HappenedAt = area.Now.AddMinutes(2) }).Accepted();
    }

    [Fact] // databeskyttelsesloven § 11
    public void A_cpr_number_is_refused_in_it() =>
        area.When(Boligsocial, Beboere.Note(area.Picked(), NoteAudience.Eget, "010190-1234")).Refused(RejectionCode.CprInText);

    [Fact]
    public void A_closed_case_takes_no_notes()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.When(Boligsocial, Beboere.Note(id, NoteAudience.Eget)).Refused(RejectionCode.CaseClosed);
    }

    [Fact]
    public void Its_text_is_under_the_key_of_the_person_it_is_about_or_of_the_case()
    {
        var named = area.Picked();
        Assert.Equal(area.Case(named).Beboer!.PersonId, area.When(Boligsocial, Beboere.Note(named, NoteAudience.Eget)).Then<NoteAdded>().Text.Owner);
        var unnamed = area.Picked(Beboere.Nobody());
        Assert.Equal(unnamed, area.When(Boligsocial, Beboere.Note(unnamed, NoteAudience.Eget)).Then<NoteAdded>().Text.Owner);
    }
}
