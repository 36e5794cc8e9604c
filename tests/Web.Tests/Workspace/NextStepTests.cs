using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Web.Features.Workspace;

namespace Hub.Web.Tests.Workspace;

public class NextStepTests
{
    [Fact]
    public void A_new_case_of_ours_is_to_be_taken() => Assert.Equal(NextStep.Take, StepOf(Cards.Boligsocial, Cards.Case()));

    [Fact]
    public void A_leader_gives_it_to_somebody() => Assert.Equal(NextStep.Assign, StepOf(Cards.Leder, Cards.Case()));

    [Fact]
    public void My_own_case_is_to_be_followed_up() =>
        Assert.Equal(NextStep.FollowUp, StepOf(Cards.Boligsocial, Cards.Case(status: CaseStatus.IGang, assignee: Cards.Me)));

    [Fact]
    public void The_case_of_a_colleague_asks_nothing() => Assert.Equal(NextStep.None, StepOf(Cards.Boligsocial, Cards.Taken()));

    [Fact]
    public void The_case_of_another_office_asks_nothing() => Assert.Equal(NextStep.None, StepOf(Cards.Vicevaert, Cards.Case()));

    [Fact]
    public void A_handover_to_us_is_to_be_answered_and_one_from_us_can_be_taken_back()
    {
        var c = Cards.Case(status: CaseStatus.UnderOverdragelse, assignee: Cards.Me);
        var handover = Cards.Handover(c, Kontor.Ejendomskontor);

        Assert.Equal(NextStep.Answer, StepOf(Cards.Vicevaert, c, handover));
        Assert.Equal(NextStep.Withdraw, StepOf(Cards.Boligsocial, c, handover));
    }

    [Fact]
    public void Who_sees_only_a_number_is_asked_nothing() => Assert.Equal(NextStep.None, StepOf(Cards.Boligsocial, Cards.Case() with { Sight = Sight.Status }));

    private static NextStep StepOf(Viewer viewer, CaseCard c, params object[] more) =>
        NextSteps.Of((CaseOnBridge)Cards.Bridge(viewer, [c, .. more]).Find(c.CaseId)!, viewer);
}
