using System.Text.Json;
using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>Erasing persons (GDPR art. 17): what memory holds is forgotten with the keys.</summary>
public class ErasureTests
{
    private readonly Scenario area = new();

    [Fact]
    public void Every_person_of_the_case_is_erased()
    {
        var id = area.Picked(Beboere.Worry() with { Parter = [new(PartRolle.Klager, Beboere.Mogens)], LegalBasis = Beboere.Consent() });
        Assert.Equal(2, area.When(Dpo, new ErasePersons(id)).Then<PersonsErased>().PersonIds.Count);
        Assert.All(area.Case(id).People, p => Assert.True(p.IsForgotten));
        area.When(Dpo, new ErasePersons(id)).ChangedNothing();
    }

    [Fact]
    public void No_view_from_memory_shows_a_text_about_them_any_more()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CreateTask("Ring til Karen", Kontor.BoligsocialtKontor, id, null, null, null));
        area.Given(Boligsocial, Beboere.Offer(id, Kontor.Ejendomskontor) with { Summary = "Karen har fugt" });
        area.Given(Dpo, new ErasePersons(id));
        foreach (var who in new[] { Boligsocial, Vicevaert, Leder })
        {
            var workspace = JsonSerializer.Serialize(area.Workspace(who));
            Assert.DoesNotContain("Karen", workspace, StringComparison.Ordinal);
            Assert.DoesNotContain("fugt", workspace, StringComparison.Ordinal);
            Assert.Null(area.View(who, id)!.Basis!.Purpose);
            Assert.Equal(IdentityState.Ingen, area.View(who, id)!.Card.Identity!.State);
        }
    }

    [Fact]
    public void What_is_written_after_is_under_the_key_of_the_case()
    {
        var id = area.Picked();
        area.Given(Dpo, new ErasePersons(id));
        Assert.Equal(id, area.When(Boligsocial, Beboere.Note(id, NoteAudience.Eget)).Then<NoteAdded>().Text.Owner);
    }

    [Fact]
    public void Only_the_dpo_erases()
    {
        var id = area.Picked();
        foreach (var who in new[] { Vicevaert, Kollega, Ejendomsleder, Boligsocial, Leder })
        {
            area.When(who, new ErasePersons(id)).Refused(RejectionCode.NotAllowed);
        }

        area.When(Bestyrelse, new ErasePersons(id)).Refused(RejectionCode.NotFound);
        area.When(Admin, new ErasePersons(id)).Refused(RejectionCode.NotFound);
    }
}
