using Hub.Contracts;
using Hub.Domain.Tests.Time;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

public class HandoverTests
{
    private const Kontor Ejendomskontor = Kontor.Ejendomskontor;

    private readonly Scenario area = new();

    [Fact]
    public void The_office_that_holds_it_offers_with_a_reason_and_a_summary()
    {
        var offered = area.When(Boligsocial, Beboere.Offer(area.Picked(), Ejendomskontor)).Then<HandoverOffered>();
        Assert.Equal((Kontor.BoligsocialtKontor, Ejendomskontor), (offered.FromKontor, offered.ToKontor));
        Assert.Equal(("Det hører hjemme hos jer", "Fugt i soveværelset, der skal ses på det"), (offered.Reason.Value, offered.Summary.Value));
    }

    [Fact]
    public void No_other_office_does()
    {
        var id = area.Picked();
        area.When(Vicevaert, Beboere.Offer(id, Ejendomskontor)).Refused(RejectionCode.NotAllowed);
        area.When(Bestyrelse, Beboere.Offer(id, Ejendomskontor)).Refused(RejectionCode.NotFound);
    }

    [Fact]
    public void Not_to_itself_and_one_at_a_time()
    {
        var id = area.Picked();
        area.When(Boligsocial, Beboere.Offer(id, Kontor.BoligsocialtKontor)).Refused(RejectionCode.SameOffice);
        area.Offered(id, Boligsocial, Ejendomskontor);
        area.When(Boligsocial2, Beboere.Offer(id, Ejendomskontor)).Refused(RejectionCode.HandoverPending);
    }

    [Fact]
    public void The_sender_stays_responsible_and_keeps_it_on_screen()
    {
        var id = area.Picked();
        area.Offered(id, Boligsocial, Ejendomskontor);
        Assert.Equal((Kontor.BoligsocialtKontor, CaseStatus.UnderOverdragelse, Boligsocial.UserId), (area.Case(id).Kontor, area.Case(id).Status, area.Case(id).Assignee));
        Assert.Contains(area.Workspace(Boligsocial2).Cases, c => c.CaseId == id);
        area.When(Boligsocial, Beboere.Note(id, NoteAudience.Sagen)).Accepted();
        area.When(Boligsocial, new AssignCase(id, Boligsocial2.UserId)).Accepted();
    }

    [Fact]
    public void Someone_in_the_receiving_office_says_yes_and_has_it()
    {
        var id = area.Flag(Boligsocial);
        var handover = area.Offered(id, Boligsocial, Ejendomskontor);
        Assert.Equal(id, Assert.Single(area.Workspace(Kollega).Handovers).CaseId);
        Assert.Equal(Kollega.UserId, area.When(Kollega, new AcceptHandover(handover)).Then<HandoverAccepted>().UserId);
        Assert.Equal((Ejendomskontor, Kollega.UserId, CaseStatus.IGang), (area.Case(id).Kontor, area.Case(id).Assignee, area.Case(id).Status));
        Assert.Empty(area.Deadlines);
    }

    [Fact]
    public void Or_sends_it_back_with_a_reason_and_loses_sight_of_it()
    {
        var id = area.Flag(Boligsocial);
        var handover = area.Offered(id, Boligsocial, Ejendomskontor);
        var declined = area.When(Vicevaert, new DeclineHandover(handover, "Det er ikke bygningen"));
        Assert.Equal("Det er ikke bygningen", declined.Then<HandoverDeclined>().Reason.Value);
        Assert.Equal((CaseStatus.IGang, Kontor.BoligsocialtKontor), (area.Case(id).Status, area.Case(id).Kontor));
        Assert.Equal((true, false), Access(declined, Ejendomskontor));
        Assert.Null(area.View(Vicevaert, id));
        Assert.Contains(area.View(Boligsocial, id)!.Timeline, e => e.Reason == "Det er ikke bygningen");
    }

    [Fact]
    public void The_sender_may_withdraw()
    {
        var id = area.Flag(Boligsocial);
        var handover = area.Offered(id, Boligsocial, Ejendomskontor);
        area.When(Boligsocial2, new WithdrawHandover(handover)).Then<HandoverWithdrawn>();
        Assert.Equal(CaseStatus.IGang, area.Case(id).Status);
        Assert.Empty(area.Deadlines);
        Assert.Null(area.View(Vicevaert, id));
    }

    [Fact]
    public void The_answer_is_the_receivers_and_the_withdrawal_the_senders()
    {
        var id = area.Picked();
        var handover = area.Offered(id, Boligsocial, Ejendomskontor);
        area.When(Boligsocial, new AcceptHandover(handover)).Refused(RejectionCode.NotAddressee);
        area.When(Boligsocial, new DeclineHandover(handover, "x")).Refused(RejectionCode.NotAddressee);
        area.When(Vicevaert, new WithdrawHandover(handover)).Refused(RejectionCode.NotAddressee);
        area.When(Bestyrelse, new AcceptHandover(handover)).Refused(RejectionCode.NotFound);
        area.When(Dpo, new AcceptHandover(handover)).Refused(RejectionCode.NotAllowed);
    }

    [Fact]
    public void An_answered_handover_is_answered_once()
    {
        var id = area.Picked();
        var handover = area.Offered(id, Boligsocial, Ejendomskontor);
        area.Given(Vicevaert, new AcceptHandover(handover));
        Assert.Equal(Vicevaert.UserId, area.When(Ejendomsleder, new AcceptHandover(handover)).Refused(RejectionCode.HandoverNotPending).By);
        area.When(Boligsocial, new WithdrawHandover(handover)).Refused(RejectionCode.HandoverNotPending);
        area.When(Vicevaert, new DeclineHandover(handover, "x")).Refused(RejectionCode.HandoverNotPending);
        area.When(Vicevaert, new AcceptHandover(Id(77))).Refused(RejectionCode.NotFound);
    }

    [Fact]
    public void It_is_answered_within_three_working_days_of_the_receiver_and_reminded_of_at_half_time()
    {
        var offered = area.When(Boligsocial, Beboere.Offer(area.Picked(), Ejendomskontor)).Then<HandoverOffered>();
        Assert.Equal(Copenhagen.At("2026-03-05 10:00"), offered.RespondBy);
        Assert.Equal(Copenhagen.At("2026-03-03 13:30"), offered.RemindAt);
    }

    [Fact]
    public void The_sender_may_name_another_time_but_not_one_that_has_passed()
    {
        var id = area.Picked();
        area.When(Boligsocial, Beboere.Offer(id, Ejendomskontor, area.Now)).Refused(RejectionCode.WrongTime);
        var by = area.Now.AddHours(4);
        var offered = area.When(Boligsocial, Beboere.Offer(id, Ejendomskontor, by)).Then<HandoverOffered>();
        Assert.Equal((by, area.Now.AddHours(2)), (offered.RespondBy, offered.RemindAt));
    }

    [Fact]
    public void Unanswered_it_reminds_once_and_then_returns_to_the_sender_marked_for_its_leader()
    {
        var id = area.Flag(Boligsocial);
        var handover = area.Offered(id, Boligsocial, Ejendomskontor);
        area.Meet(DeadlineKind.HandoverReminder).Then<HandoverReminded>();
        Assert.DoesNotContain(area.Deadlines, d => d.Kind == DeadlineKind.HandoverReminder);
        var expired = area.Meet(DeadlineKind.HandoverExpiry);
        expired.Then<HandoverExpired>();
        Assert.Equal((true, false), Access(expired, Ejendomskontor));
        var card = Assert.Single(area.Workspace(Leder).Cases);
        Assert.Equal((true, true, CaseStatus.IGang, Kontor.BoligsocialtKontor), (card.ExpiredBack, card.Late, card.Status, card.Kontor));
        area.When(Boligsocial, new WithdrawHandover(handover)).Refused(RejectionCode.HandoverNotPending);
        area.Given(Leder, new AssignCase(id, Boligsocial2.UserId));
        Assert.False(Assert.Single(area.Workspace(Leder).Cases).ExpiredBack);
    }

    [Fact]
    public void A_deadline_of_a_handover_that_was_answered_or_met_means_nothing()
    {
        var id = area.Flag(Boligsocial);
        var handover = area.Offered(id, Boligsocial, Ejendomskontor);
        var deadlines = area.Deadlines.ToList();
        area.Given(Vicevaert, new AcceptHandover(handover));
        Assert.All(deadlines, d => area.Meet(d).ChangedNothing());
    }

    [Fact]
    public void What_the_sender_could_read_before_it_may_still_read_and_what_comes_after_only_if_addressed_to_it()
    {
        var id = area.Flag(Boligsocial);
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Eget, "Før"));
        area.Given(Vicevaert, new AcceptHandover(area.Offered(id, Boligsocial, Ejendomskontor)));
        area.Given(Vicevaert, Beboere.Note(id, NoteAudience.Eget, "Kun os"));
        area.Given(Vicevaert, Beboere.Note(id, NoteAudience.Sagen, "Til begge"));
        area.Given(Vicevaert, new CloseCase(id, Outcome.Loest, "Malet og tørt"));
        var read = area.View(Boligsocial2, id)!.Timeline.Select(e => e.Text).ToList();
        Assert.Contains("Før", read);
        Assert.Contains(Beboere.Description, read);
        Assert.Contains("Til begge", read);
        Assert.DoesNotContain("Kun os", read);
        Assert.DoesNotContain("Malet og tørt", read);
    }

    [Fact]
    public void The_receiver_reads_the_summary_and_nothing_that_was_not_addressed_to_it()
    {
        var id = area.Flag(Boligsocial);
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen, "Før"));
        area.Given(Vicevaert, new AcceptHandover(area.Offered(id, Boligsocial, Ejendomskontor)));
        var view = area.View(Vicevaert, id)!;
        Assert.Null(view.Description);
        Assert.Equal(["Fugt i soveværelset, der skal ses på det"], view.Timeline.Select(e => e.Text).OfType<string>());
        Assert.Equal(IdentityState.Forseglet, view.Card.Identity!.State);
    }

    [Fact]
    public void A_summary_that_names_a_sealed_beboer_is_masked_for_the_receiver()
    {
        var id = area.Flag(Boligsocial);
        area.Given(Boligsocial, Beboere.Offer(id, Ejendomskontor) with { Summary = "Karen på Nordlysvej 12 har fugt" });
        Assert.Equal("▇▇▇ på ▇▇▇ har fugt", Assert.Single(area.Workspace(Vicevaert).Handovers).Summary);
        Assert.Equal("Karen på Nordlysvej 12 har fugt", Assert.Single(area.Workspace(Boligsocial).Handovers).Summary);
    }

    [Fact] // databeskyttelsesloven § 11
    public void A_cpr_number_is_refused_in_every_text_of_it()
    {
        var id = area.Picked();
        area.When(Boligsocial, Beboere.Offer(id, Ejendomskontor) with { Summary = "010190-1234" }).Refused(RejectionCode.CprInText);
        area.When(Boligsocial, Beboere.Offer(id, Ejendomskontor) with { Reason = "010190-1234" }).Refused(RejectionCode.CprInText);
        area.When(Vicevaert, new DeclineHandover(area.Offered(id, Boligsocial, Ejendomskontor), "010190-1234")).Refused(RejectionCode.CprInText);
    }

    [Fact]
    public void It_may_go_back_and_forth()
    {
        var id = area.Flag(Boligsocial);
        area.Given(Vicevaert, new AcceptHandover(area.Offered(id, Boligsocial, Ejendomskontor)));
        area.Given(Boligsocial2, new AcceptHandover(area.Offered(id, Vicevaert, Kontor.BoligsocialtKontor)));
        Assert.Equal((Kontor.BoligsocialtKontor, Boligsocial2.UserId), (area.Case(id).Kontor, area.Case(id).Assignee));
    }

    private static (bool Reached, bool Reads) Access(Result result, Kontor kontor)
    {
        var audience = result.Recorded[0].Audience;
        return (audience.Reached.Has(kontor), audience.Readers.Has(kontor));
    }
}
