using System.Text.Json;
using Hub.Contracts;
using Hub.Domain.Tests.Workspaces;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Rights;

/// <summary>Correcting texts and names (GDPR art. 16): what was wrong is in no view and in no state any more.</summary>
public class CorrectionTests
{
    private const string Wrong = "Hun drikker for meget";

    private readonly Scenario area = new();

    [Fact]
    public void Article_16_the_right_text_stands_where_the_wrong_one_did_and_says_when_and_by_which_office()
    {
        var id = area.Picked();
        var item = area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen, Wrong)).Then<NoteAdded>().Text.Item!.Value;
        area.Given(Leder, new CorrectText(id, item, "Hun er træt"));
        var note = Assert.Single(area.View(Vicevaert, id)!.Timeline, t => t.Kind == "noteAdded");
        Assert.Equal(("Hun er træt", Kontor.BoligsocialtKontor), (note.Text, note.Corrected!.From));
        Assert.False(note.Erased);
        NobodyReads(id, Wrong);
    }

    [Fact]
    public void A_text_can_be_taken_out_without_another_in_its_place()
    {
        var id = area.Picked();
        var item = area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen, Wrong)).Then<NoteAdded>().Text.Item!.Value;
        area.Given(Dpo, new CorrectText(id, item, null));
        var note = Assert.Single(area.View(Boligsocial, id)!.Timeline, t => t.Kind == "noteAdded");
        Assert.True(note is { Text: null, Erased: true, Corrected.From: null });
        area.When(Dpo, new CorrectText(id, item, "Igen")).Refused(RejectionCode.TextGone);
    }

    [Fact]
    public void A_correction_can_be_corrected()
    {
        var id = area.Picked();
        var item = area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen, Wrong)).Then<NoteAdded>().Text.Item!.Value;
        var second = area.Given(Leder, new CorrectText(id, item, "Hun er stresset")).Then<TextCorrected>().Text!.Item!.Value;
        area.Given(Leder, new CorrectText(id, second, "Hun er træt"));
        Assert.Contains(area.View(Boligsocial, id)!.Timeline, t => t.Text == "Hun er træt");
        NobodyReads(id, "stresset");
    }

    [Fact]
    public void What_memory_holds_is_replaced_wherever_it_stands()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new RecordLegalBasis(id, Beboere.Consent() with { Purpose = "FORKERT formål", Note = "FORKERT note" }));
        area.Given(Boligsocial, new CreateTask("FORKERT opgave", Kontor.BoligsocialtKontor, id, null, null, null));
        area.Given(Boligsocial, Beboere.Offer(id, Kontor.Bestyrelseskontor) with { Summary = "FORKERT emne" });
        area.Given(Boligsocial, Beboere.Offer(id, Kontor.Ejendomskontor) with { Summary = "FORKERT resumé" });
        var texts = area.History(id).SelectMany(r => Domain.Rights.CaseTexts.Of(r.Event)).Where(t => t.Value!.StartsWith("FORKERT", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, texts.Count);
        foreach (var text in texts)
        {
            area.Given(Leder, new CorrectText(id, text.Item!.Value, "Rigtigt"));
        }

        NobodyReads(id, "FORKERT");
        Assert.DoesNotContain("FORKERT", JsonSerializer.Serialize(area.Board()), StringComparison.Ordinal);
        Assert.DoesNotContain("FORKERT", JsonSerializer.Serialize(area.State.Cases.Values.Select(c => new { c.Basis, c.Pending })), StringComparison.Ordinal);
        Assert.DoesNotContain("FORKERT", JsonSerializer.Serialize(new { Tasks = area.State.Tasks.Values, Matters = area.State.Matters.Values }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_was_wrong_is_gone_and_the_person_goes_on_under_a_new_key()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CreateTask("Ring i morgen", Kontor.BoligsocialtKontor, id, null, null, null));
        var old = area.Case(id).Beboer!.PersonId;
        var corrected = area.When(Dpo, new CorrectIdentity(id, old, Beboere.Karen with { Name = "Karin Vestergård" })).Then<IdentityCorrected>();
        Assert.NotEqual(old, corrected.Identity.PersonId);
        Assert.Equal("Karin Vestergård", area.View(Vicevaert, id)!.Card.Identity!.Name);
        Assert.DoesNotContain("Østergård", JsonSerializer.Serialize(area.State.Case(id)), StringComparison.Ordinal);
        area.Given(Dpo, new ErasePersons(id));
        Assert.DoesNotContain("Ring i morgen", JsonSerializer.Serialize(area.State.Tasks.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_name_again_changes_nothing_and_nobody_is_left_without_any()
    {
        var id = area.Picked();
        var person = area.Case(id).Beboer!.PersonId;
        area.When(Dpo, new CorrectIdentity(id, person, Beboere.Karen)).ChangedNothing();
        area.When(Dpo, new CorrectIdentity(id, person, new(null, null, null, null))).Refused(RejectionCode.Invalid);
        area.When(Dpo, new CorrectIdentity(id, Id(404), Beboere.Karen)).Refused(RejectionCode.NothingToOpen);
    }

    [Fact]
    public void Article_17_3_what_is_held_is_not_overwritten_but_can_be_contradicted()
    {
        var id = area.Picked();
        var item = area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen, Wrong)).Then<NoteAdded>().Text.Item!.Value;
        area.Given(Leder, new PlaceHold(id, HoldGround.Retskrav, null, area.Now.AddDays(30)));
        area.When(Leder, new CorrectText(id, item, "Andet")).Refused(RejectionCode.LegalHold);
        area.When(Dpo, new CorrectIdentity(id, area.Case(id).Beboer!.PersonId, Beboere.Mogens)).Refused(RejectionCode.LegalHold);
        area.Given(Leder, new AddRemark(id, item, "Det er jeg ikke enig i"));
        Assert.Equal("Det er jeg ikke enig i", Assert.Single(Assert.Single(area.View(Boligsocial, id)!.Timeline, t => t.Kind == "noteAdded").Remarks));
    }

    [Fact]
    public void A_remark_is_read_by_who_reads_what_it_is_about()
    {
        var id = area.Picked();
        var item = area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Eget, Wrong)).Then<NoteAdded>().Text.Item!.Value;
        area.Given(Dpo, new AddRemark(id, item, "HEMMELIG indsigelse"));
        Assert.Contains("HEMMELIG", JsonSerializer.Serialize(area.View(Boligsocial, id)), StringComparison.Ordinal);
        Assert.DoesNotContain("HEMMELIG", JsonSerializer.Serialize(area.View(Vicevaert, id)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_another_case_is_not_there()
    {
        var (id, other) = (area.Picked(), area.Picked(by: Leder));
        var item = area.Given(Boligsocial, Beboere.Note(other, NoteAudience.Sagen)).Then<NoteAdded>().Text.Item!.Value;
        area.When(Leder, new CorrectText(id, item, "x")).Refused(RejectionCode.TextGone);
        area.When(Leder, new AddRemark(id, item, "x")).Refused(RejectionCode.TextGone);
    }

    [Fact]
    public void A_matter_is_not_corrected_into_naming_the_beboer()
    {
        var id = area.Picked();
        var matter = area.Given(Boligsocial, Beboere.Offer(id, Kontor.Bestyrelseskontor)).Then<MatterOpened>();
        area.When(Leder, new CorrectText(id, matter.Summary.Item!.Value, "Karen Østergård igen")).Refused(RejectionCode.PersonalDataInText);
    }

    private void NobodyReads(Guid id, string text)
    {
        foreach (var who in new[] { Vicevaert, Ejendomsleder, Boligsocial, Leder, Dpo })
        {
            Assert.DoesNotContain(text, JsonSerializer.Serialize(area.View(who, id)) + JsonSerializer.Serialize(area.Workspace(who)), StringComparison.Ordinal);
        }
    }
}
