using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

public class LinkTests
{
    private readonly Scenario area = new();

    [Theory]
    [InlineData(LinkKind.SammePerson)]
    [InlineData(LinkKind.SammeHusstand)]
    public void Two_cases_that_belong_together_say_so_on_both(LinkKind kind)
    {
        var (one, other) = (area.Picked(), area.Picked());
        area.When(Boligsocial, new LinkCases(one, other, kind)).Accepted();
        Assert.Equal(other, Assert.Single(area.View(Boligsocial, one)!.Links).CaseId);
        Assert.Equal(one, Assert.Single(area.View(Boligsocial, other)!.Links).CaseId);
        area.When(Boligsocial, new LinkCases(one, other, kind)).ChangedNothing();
        area.When(Boligsocial, new LinkCases(other, one, kind)).ChangedNothing();
    }

    [Fact]
    public void A_case_does_not_belong_to_itself()
    {
        var id = area.Picked();
        area.When(Boligsocial, new LinkCases(id, id, LinkKind.SammePerson)).Refused(RejectionCode.CannotLink);
    }

    [Fact]
    public void One_links_only_what_one_holds_to_what_one_sees()
    {
        var (held, foreign) = (area.Flag(Vicevaert, Beboere.Worry(Category.Fremleje)), area.Flag(Boligsocial));
        area.When(Kollega, new LinkCases(held, foreign, LinkKind.SammePerson)).Refused(RejectionCode.NotFound);
        area.When(Boligsocial, new LinkCases(foreign, held, LinkKind.SammePerson)).Refused(RejectionCode.NotFound);
        var flagged = area.Flag(Vicevaert);
        area.When(Vicevaert, new LinkCases(flagged, held, LinkKind.SammePerson)).Refused(RejectionCode.NotAllowed);
        area.When(Vicevaert, new LinkCases(held, flagged, LinkKind.SammePerson)).Accepted();
    }

    [Fact]
    public void An_office_is_not_told_that_its_case_belongs_with_one_it_may_not_know()
    {
        var (flaggedByThem, ours) = (area.Picked(), area.Flag(Boligsocial));
        var linked = area.Given(Boligsocial, new LinkCases(ours, flaggedByThem, LinkKind.SammePerson));
        Assert.All(linked.Recorded, r => Assert.False(r.Audience.Reached.Has(Kontor.Ejendomskontor)));
        Assert.DoesNotContain(area.View(Vicevaert, flaggedByThem)!.Timeline, e => e.Kind == "caseLinked");
        Assert.Empty(area.View(Vicevaert, flaggedByThem)!.Links);
        Assert.Single(area.View(Boligsocial, flaggedByThem)!.Links);
    }

    [Fact]
    public void A_duplicate_is_closed_into_the_other()
    {
        var (first, second) = (area.Picked(), area.Flag(Kollega));
        var merged = area.When(Boligsocial, new LinkCases(second, first, LinkKind.Dublet));
        Assert.Equal(first, merged.Then<CaseMerged>().IntoCaseId);
        Assert.Equal(second, merged.Then<DuplicateReceived>().FromCaseId);
        Assert.Equal((CaseStatus.Afsluttet, Outcome.Dublet), (area.Case(second).Status, area.Case(second).Outcome));
        Assert.Equal(CaseStatus.IGang, area.Case(first).Status);
    }

    [Fact]
    public void Every_flagger_of_a_duplicate_hears_back_from_the_one_that_lives_on()
    {
        var (first, second) = (area.Flag(Boligsocial), area.Flag(Vicevaert));
        Assert.Null(area.View(Vicevaert, first));
        area.Given(Boligsocial, new LinkCases(second, first, LinkKind.Dublet));
        area.Given(Boligsocial, Beboere.Note(first, NoteAudience.Melder, "Vi har fået kontakt"));
        Assert.Contains(area.View(Vicevaert, first)!.Timeline, e => e.Text == "Vi har fået kontakt");
        var closed = Assert.Single(area.Given(Boligsocial, new CloseCase(first, Outcome.Loest, null)).Recorded);
        Assert.True(closed.Audience.Readers.Has(Kontor.Ejendomskontor));
    }

    [Fact]
    public void But_reads_nothing_that_was_written_before()
    {
        var first = area.Flag(Boligsocial);
        area.Given(Boligsocial, Beboere.Note(first, NoteAudience.Sagen));
        area.Given(Boligsocial, new LinkCases(area.Flag(Vicevaert), first, LinkKind.Dublet));
        var view = area.View(Vicevaert, first)!;
        Assert.Null(view.Description);
        Assert.DoesNotContain(view.Timeline, e => e.Kind is "noteAdded" or "caseFlagged");
        Assert.Equal(IdentityState.Forseglet, view.Card.Identity!.State);
    }

    [Fact]
    public void A_board_that_flagged_the_duplicate_follows_the_other_under_its_own_number()
    {
        var first = area.Picked();
        area.Given(Boligsocial, new LinkCases(area.Flag(Bestyrelse), first, LinkKind.Dublet));
        Assert.Equal(("B-0001", CaseStatus.IGang), (Assert.Single(area.Board().Flags).Number, area.Board().Flags[0].Status));
        area.Given(Boligsocial, new CloseCase(first, Outcome.Loest, null));
        Assert.Equal(CaseStatus.Afsluttet, Assert.Single(area.Board().Flags).Status);
    }

    [Fact]
    public void A_board_is_not_told_that_others_flagged_the_same()
    {
        var byBoard = area.Flag(Bestyrelse);
        area.Given(Boligsocial, new PickUpCase(byBoard));
        var before = area.Board().Flags[0];
        area.Now += TimeSpan.FromHours(1);
        var merged = area.Given(Boligsocial, new LinkCases(area.Flag(Vicevaert), byBoard, LinkKind.Dublet));
        Assert.All(merged.Recorded, r => Assert.False(r.Audience.Reached.Has(Kontor.Bestyrelseskontor)));
        Assert.Equal(before, Assert.Single(area.Board().Flags));
    }

    [Fact]
    public void A_merged_flag_of_the_board_that_is_opened_again_shows_once()
    {
        var (first, byBoard) = (area.Picked(), area.Flag(Bestyrelse));
        area.Given(Boligsocial, new LinkCases(byBoard, first, LinkKind.Dublet));
        area.Given(Boligsocial, new ReopenCase(byBoard, "Det var alligevel en anden"));
        area.Given(Boligsocial, new CloseCase(first, Outcome.Loest, null));
        Assert.Equal(CaseStatus.IGang, Assert.Single(area.Board().Flags).Status);
    }

    [Fact]
    public void A_duplicate_lives_on_in_an_open_case_and_not_while_it_is_offered()
    {
        var (first, second) = (area.Picked(), area.Picked());
        area.Offered(second, Boligsocial, Kontor.Ejendomskontor);
        area.When(Boligsocial, new LinkCases(second, first, LinkKind.Dublet)).Refused(RejectionCode.HandoverPending);
        area.Given(Boligsocial, new CloseCase(first, Outcome.Loest, null));
        area.When(Boligsocial, new LinkCases(second, first, LinkKind.Dublet)).Refused(RejectionCode.CannotLink);
        area.When(Boligsocial, new LinkCases(first, second, LinkKind.Dublet)).Refused(RejectionCode.CaseClosed);
        area.When(Boligsocial, new LinkCases(second, first, LinkKind.SammePerson)).Accepted();
    }

    [Fact]
    public void A_flag_on_a_door_with_an_open_case_tells_those_who_may_see_it()
    {
        var first = area.Flag(Vicevaert);
        var told = area.When(Kollega, Beboere.Worry()).Receipt;
        Assert.Equal(new SameDoor(first, "S-0001"), Assert.Single(told.SameDoor!));
        Assert.Equal(first, Assert.Single(area.View(Kollega, told.CaseId!.Value)!.SameDoor).CaseId);
    }

    [Fact]
    public void A_door_that_is_flagged_again_and_again_tells_of_the_newest_ten()
    {
        for (var i = 0; i < 12; i++)
        {
            area.Flag(Vicevaert);
        }

        var told = area.When(Kollega, Beboere.Worry()).Receipt.SameDoor!;
        Assert.Equal((10, "S-0003", "S-0012"), (told.Count, told[0].Number, told[^1].Number));
    }

    [Fact]
    public void But_not_those_who_may_not()
    {
        area.Flag(Boligsocial);
        var flagged = area.When(Vicevaert, Beboere.Worry());
        Assert.Null(flagged.Receipt.SameDoor);
        Assert.Null(area.When(Bestyrelse, Beboere.Worry()).Receipt.SameDoor);
        Assert.Empty(area.View(Vicevaert, flagged.Receipt.CaseId!.Value)!.SameDoor);
    }

    [Fact]
    public void Nor_those_to_whom_the_door_is_sealed()
    {
        area.Flag(Vicevaert);
        Assert.Null(area.When(Boligsocial, Beboere.Worry()).Receipt.SameDoor);
    }

    [Fact]
    public void Another_door_and_a_closed_case_are_not_told()
    {
        var first = area.Flag(Vicevaert);
        Assert.Null(area.When(Vicevaert, Beboere.Worry() with { Beboer = Beboere.Mogens }).Receipt.SameDoor);
        area.Given(Boligsocial, new CloseCase(first, Outcome.Loest, null));
        Assert.Null(area.When(Vicevaert, Beboere.Worry()).Receipt.SameDoor);
    }

    [Fact]
    public void The_door_may_have_been_typed_as_an_address()
    {
        area.Flag(Vicevaert);
        Assert.NotNull(area.When(Vicevaert, Beboere.Worry() with { Beboer = new(null, "nordlysvej 12 3 tv", null, null) }).Receipt.SameDoor);
    }
}
