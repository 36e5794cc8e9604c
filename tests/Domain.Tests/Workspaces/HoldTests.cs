using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>Legal hold (GDPR art. 17(3)(b) and (e)): what is kept for a claim, a complaint or a law is not deleted.</summary>
public class HoldTests
{
    private readonly Scenario area = new();

    [Fact]
    public void Article_17_3_what_is_held_is_not_erased_on_request()
    {
        var id = area.Picked();
        area.Given(Leder, Hold(id));
        area.When(Dpo, new ErasePersons(id)).Refused(RejectionCode.LegalHold);
        Assert.Equal("Karen Østergård", area.Case(id).Beboer!.Name!.Value);
    }

    [Fact]
    public void Article_17_3_a_refusal_of_the_beboer_does_not_delete_the_name_of_a_case_that_is_held()
    {
        var id = area.Picked();
        area.Given(Dpo, Hold(id));
        area.When(Vicevaert, new RecordLegalBasis(id, new(LegalBasisKind.Afslaaet))).Refused(RejectionCode.LegalHold);
        area.Given(Vicevaert, new WithdrawLegalBasis(id));
        Assert.Equal(IdentityState.Forseglet, area.View(Boligsocial, id)!.Card.Identity!.State);
    }

    [Fact]
    public void Lifted_it_can_be_erased_again()
    {
        var id = area.Picked();
        area.Given(Dpo, Hold(id));
        area.When(Leder, new LiftHold(id)).Then<HoldLifted>();
        area.When(Leder, new LiftHold(id)).ChangedNothing();
        area.When(Dpo, new ErasePersons(id)).Then<PersonsErased>();
    }

    [Fact]
    public void A_closed_case_can_be_held()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.When(Dpo, Hold(id)).Then<HoldPlaced>();
        area.When(Leder, new LiftHold(id)).Then<HoldLifted>();
    }

    [Fact]
    public void Article_5_1_e_its_date_wakes_somebody_and_ends_nothing()
    {
        var id = area.Picked();
        area.Given(Leder, Hold(id));
        area.Meet(DeadlineKind.HoldReview).Then<HoldReviewDue>();
        Assert.True(area.View(Leder, id)!.Hold!.ReviewDue);
        Assert.DoesNotContain(area.Deadlines, d => d.Kind == DeadlineKind.HoldReview);
        area.When(Dpo, new ErasePersons(id)).Refused(RejectionCode.LegalHold);
    }

    [Fact]
    public void Placed_again_it_has_a_new_date()
    {
        var id = area.Picked();
        area.Given(Leder, Hold(id));
        area.When(Leder, Hold(id)).ChangedNothing();
        var later = area.Now.AddDays(300);
        area.Given(Dpo, Hold(id) with { ReviewBy = later });
        Assert.Equal(later, Assert.Single(area.Deadlines, d => d.Kind == DeadlineKind.HoldReview).Due);
    }

    [Fact]
    public void The_date_lies_ahead() =>
        area.When(Dpo, Hold(area.Picked()) with { ReviewBy = area.Now }).Refused(RejectionCode.WrongTime);

    [Fact]
    public void A_closed_case_that_is_held_stays_where_its_deadline_finds_it()
    {
        var (held, other) = (area.Picked(), area.Picked());
        area.Given(Boligsocial, new CloseCase(held, Outcome.Loest, null));
        area.Given(Boligsocial, new CloseCase(other, Outcome.Loest, null));
        area.Given(Leder, Hold(held) with { ReviewBy = area.Now.AddDays(400) });
        area.Now += TimeSpan.FromDays(200);
        area.Flag(Vicevaert);
        var settled = Retention.Settle(area.State);
        Assert.NotNull(settled.Case(held));
        Assert.Null(settled.Case(other));
    }

    [Fact]
    public void The_holders_read_what_it_says_and_the_dpo_sees_that_it_is_held()
    {
        var id = area.Picked();
        area.Given(Leder, Hold(id) with { Note = "Sag ved nævnet" });
        Assert.Contains(area.View(Boligsocial, id)!.Timeline, t => t.Text == "Sag ved nævnet");
        Assert.DoesNotContain(area.View(Vicevaert, id)!.Timeline, t => t.Text == "Sag ved nævnet");
        Assert.Equal(HoldGround.Klagesag, area.View(Dpo, id)!.Hold!.Ground);
        Assert.Empty(area.View(Dpo, id)!.Timeline);
        Assert.Equal(["anmodninger", "restriction", "hold", "hold/lift"], area.View(Dpo, id)!.Actions);
        Assert.Null(area.View(Kollega, id)!.Hold);
    }

    private PlaceHold Hold(Guid id) => new(id, HoldGround.Klagesag, null, area.Now.AddDays(90));
}
