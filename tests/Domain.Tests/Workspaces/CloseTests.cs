using Hub.Contracts;
using Hub.Domain.Cases;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

public class CloseTests
{
    private readonly Scenario area = new();

    public static TheoryData<Category> Categories => [.. Enum.GetValues<Category>()];

    [Theory]
    [MemberData(nameof(Categories))]
    public void A_case_ends_in_a_way_that_fits_its_category(Category category)
    {
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            var id = area.Flag(Boligsocial, Beboere.Worry(category));
            var closed = area.When(Boligsocial, new CloseCase(id, outcome, "Vi er færdige"));
            if (OutcomeRules.Fits(outcome, category) && outcome != Outcome.Dublet)
            {
                Assert.Equal(outcome, closed.Then<CaseClosed>().Outcome);
            }
            else
            {
                closed.Refused(RejectionCode.OutcomeDoesNotFit);
            }
        }
    }

    [Fact]
    public void Only_the_office_that_holds_it_closes_it()
    {
        var id = area.Picked();
        area.When(Vicevaert, new CloseCase(id, Outcome.Loest, null)).Refused(RejectionCode.NotAllowed);
        area.When(Boligsocial2, new CloseCase(id, Outcome.Loest, null)).Accepted();
    }

    [Fact]
    public void Not_while_another_office_is_asked_to_take_it()
    {
        var id = area.Picked();
        area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        area.When(Boligsocial, new CloseCase(id, Outcome.Loest, null)).Refused(RejectionCode.HandoverPending);
    }

    [Fact]
    public void Closing_it_again_the_same_way_changes_nothing_and_another_way_is_refused()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.When(Boligsocial2, new CloseCase(id, Outcome.Loest, null)).ChangedNothing();
        area.When(Boligsocial2, new CloseCase(id, Outcome.Henvist, null)).Refused(RejectionCode.CaseClosed);
    }

    [Fact] // databeskyttelsesloven § 11
    public void A_cpr_number_is_refused_in_the_last_words_and_in_the_reason_to_go_on()
    {
        var id = area.Picked();
        area.When(Boligsocial, new CloseCase(id, Outcome.Loest, "010190-1234")).Refused(RejectionCode.CprInText);
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.When(Boligsocial, new ReopenCase(id, "010190-1234")).Refused(RejectionCode.CprInText);
    }

    [Fact]
    public void The_one_who_flagged_learns_how_it_ended_and_not_what_was_noted()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CloseCase(id, Outcome.TakkedeNej, "Vil tale med sin læge først"));
        var end = Assert.Single(area.View(Vicevaert, id)!.Timeline, e => e.Kind == "caseClosed");
        Assert.Equal((null, "takkedeNej"), (end.Text, end.Details["outcome"]));
        Assert.Contains(area.View(Boligsocial, id)!.Timeline, e => e.Text == "Vil tale med sin læge først");
    }

    [Fact]
    public void The_holder_opens_it_again_and_has_it()
    {
        var id = Closed();
        area.When(Boligsocial2, new ReopenCase(id, "Ringede igen")).Then<CaseReopened>();
        Assert.Equal((CaseStatus.IGang, Boligsocial2.UserId, null), (area.Case(id).Status, area.Case(id).Assignee, area.Case(id).Outcome));
    }

    [Fact]
    public void The_office_that_flagged_opens_it_again_and_the_holder_must_take_it()
    {
        var id = Closed();
        var reopened = area.When(Vicevaert, new ReopenCase(id, "Det lugter igen")).Then<CaseReopened>();
        Assert.Equal((null, CaseStatus.Ny, Kontor.BoligsocialtKontor), (reopened.Assignee, area.Case(id).Status, area.Case(id).Kontor));
        Assert.Contains(area.Deadlines, d => d.Kind == DeadlineKind.CaseTarget && d.Due == reopened.Target);
        Assert.Contains(area.View(Boligsocial, id)!.Timeline, e => e.Reason == "Det lugter igen");
    }

    [Fact]
    public void Others_do_not_and_an_open_case_is_open()
    {
        var id = Closed();
        area.When(Kollega, new ReopenCase(id, "x")).Refused(RejectionCode.NotAllowed);
        area.When(Bestyrelse, new ReopenCase(id, "x")).Refused(RejectionCode.NotFound);
        area.Given(Boligsocial, new ReopenCase(id, "Ringede igen"));
        area.When(Boligsocial, new ReopenCase(id, "Ringede igen")).Refused(RejectionCode.CaseNotClosed);
    }

    [Fact]
    public void A_closed_case_waits_for_nobody()
    {
        var id = area.Flag(Vicevaert);
        Assert.Single(area.Deadlines);
        area.Given(Boligsocial, new CloseCase(id, Outcome.Ubegrundet, null));
        Assert.Empty(area.Deadlines);
    }

    [Fact]
    public void What_is_owed_to_the_person_can_still_be_recorded_on_a_closed_case()
    {
        var id = Closed();
        area.When(Boligsocial, new RecordUnderretning(id, area.Now)).Accepted();
        area.When(Vicevaert, new RecordCall(id, CalledParty.Alarm112, area.Now)).Accepted();
        area.When(Boligsocial, new RecordDisclosure(id, "Kommunen", "Sagen", LegalBasisKind.Samtykke, area.Now)).Accepted();
        area.When(Boligsocial, new WithdrawLegalBasis(id)).Accepted();
        area.When(Dpo, new ErasePersons(id)).Accepted();
    }

    [Fact]
    public void Nothing_else_can()
    {
        var (id, other) = (Closed(), area.Picked());
        CaseCommand[] commands =
        [
            new PickUpCase(id), new AssignCase(id, Boligsocial.UserId), Beboere.Note(id, NoteAudience.Sagen), new RecordLegalBasis(id, Beboere.Consent()),
            new AskFlagger(id), new LinkCases(id, other, LinkKind.SammePerson), new UnsealCase(id, UnsealKind.FareForLiv, "x"),
            Beboere.Offer(id, Kontor.Ejendomskontor), new CloseCase(id, Outcome.Henvist, null),
        ];
        Assert.All(commands, command => area.When(Boligsocial, command).Refused(RejectionCode.CaseClosed));
    }

    private Guid Closed()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        return id;
    }
}
