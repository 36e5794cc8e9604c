using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

public class PickUpTests
{
    private readonly Scenario area = new();

    [Fact]
    public void Someone_in_the_office_that_holds_it_takes_a_case()
    {
        var id = area.Flag(Vicevaert);
        Assert.Equal(Boligsocial.UserId, area.When(Boligsocial, new PickUpCase(id)).Then<CasePickedUp>().UserId);
        Assert.Equal((CaseStatus.IGang, Boligsocial.UserId), (area.Case(id).Status, area.Case(id).Assignee));
    }

    [Fact]
    public void The_office_that_flagged_does_not() =>
        area.When(Vicevaert, new PickUpCase(area.Flag(Vicevaert))).Refused(RejectionCode.NotAllowed);

    [Fact]
    public void Of_two_at_once_one_wins_and_the_other_is_told_who_and_when()
    {
        var id = area.Flag(Vicevaert);
        area.Given(Boligsocial, new PickUpCase(id));
        var won = area.Now;
        area.Now += TimeSpan.FromSeconds(1);
        var refusal = area.When(Boligsocial2, new PickUpCase(id)).Refused(RejectionCode.AlreadyPickedUp);
        Assert.Equal((Boligsocial.UserId, won), (refusal.By, refusal.At));
    }

    [Fact]
    public void Taking_what_one_has_changes_nothing()
    {
        var id = area.Picked();
        area.When(Boligsocial, new PickUpCase(id)).ChangedNothing();
    }

    [Fact]
    public void While_it_is_offered_to_another_office_nobody_here_takes_it()
    {
        var id = area.Flag(Vicevaert);
        area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        area.When(Boligsocial2, new PickUpCase(id)).Refused(RejectionCode.HandoverPending);
    }

    [Fact]
    public void A_closed_case_is_not_taken()
    {
        var id = area.Flag(Vicevaert);
        area.Given(Boligsocial, new CloseCase(id, Outcome.Ubegrundet, null));
        area.When(Boligsocial, new PickUpCase(id)).Refused(RejectionCode.CaseClosed);
    }

    [Fact]
    public void One_gives_ones_own_case_to_a_colleague()
    {
        var id = area.Picked();
        Assert.Equal(Boligsocial2.UserId, area.When(Boligsocial, new AssignCase(id, Boligsocial2.UserId)).Then<CaseAssigned>().UserId);
    }

    [Fact]
    public void One_assigns_a_case_that_nobody_has_to_oneself_only()
    {
        var id = area.Flag(Vicevaert);
        area.When(Boligsocial, new AssignCase(id, Boligsocial2.UserId)).Refused(RejectionCode.NotAllowed);
        area.When(Boligsocial, new AssignCase(id, Boligsocial.UserId)).Accepted();
    }

    [Fact]
    public void The_leader_assigns_anyones_case()
    {
        var id = area.Picked();
        area.When(Leder, new AssignCase(id, Boligsocial2.UserId)).Accepted();
        area.When(Boligsocial, new AssignCase(id, Boligsocial.UserId)).Refused(RejectionCode.NotAllowed);
    }

    [Fact]
    public void The_leader_of_another_office_does_not() =>
        area.When(Ejendomsleder, new AssignCase(area.Picked(), Boligsocial2.UserId)).Refused(RejectionCode.NotAllowed);

    [Fact]
    public void A_case_goes_only_to_someone_of_the_office()
    {
        var id = area.Picked();
        area.When(Leder, new AssignCase(id, Vicevaert.UserId)).Refused(RejectionCode.NotInOffice);
        area.When(Leder, new AssignCase(id, Id(999))).Refused(RejectionCode.NotInOffice);
    }

    [Fact]
    public void Assigning_it_to_the_one_who_has_it_changes_nothing() =>
        area.When(Leder, new AssignCase(area.Picked(), Boligsocial.UserId)).ChangedNothing();
}
