using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Tests.Time;
using Hub.Domain.Tests.Workspaces;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Rights;

/// <summary>Requests of persons and the clock that runs from the day they came in (GDPR art. 12(3)-(4)).</summary>
public class AnmodningTests
{
    private readonly Scenario area = new();

    [Theory]
    [InlineData("2026-03-02 10:00", "2026-04-02", "2026-03-26")]
    [InlineData("2026-01-31 08:00", "2026-02-28", "2026-02-21")]
    public void Article_12_3_it_is_due_at_the_end_of_the_same_day_a_month_later(string received, string due, string remind)
    {
        area.Now = Copenhagen.At("2026-03-02 12:00");
        var id = area.Picked();
        var asked = area.When(Dpo, Ask(id) with { ReceivedAt = Copenhagen.At(received) }).Then<AnmodningReceived>();
        Assert.Equal(EndOf(due), asked.Due);
        Assert.Equal(EndOf(remind), asked.RemindAt);
    }

    [Fact]
    public void Article_12_3_two_months_are_added_once_with_a_reason_before_the_first_is_over()
    {
        var (id, a) = Asked();
        area.Now = Copenhagen.At("2026-03-30 09:00");
        Assert.Equal(EndOf("2026-06-02"), area.When(Dpo, new ExtendAnmodning(id, a, "Der er mange sager")).Then<AnmodningExtended>().Due);
        area.When(Dpo, new ExtendAnmodning(id, a, "Igen")).ChangedNothing();
    }

    [Fact]
    public void Article_12_3_after_the_month_it_is_too_late_to_add_any()
    {
        var (id, a) = Asked();
        area.Now = Copenhagen.At("2026-04-03 09:00");
        area.When(Dpo, new ExtendAnmodning(id, a, "For sent")).Refused(RejectionCode.WrongTime);
    }

    [Fact]
    public void A_week_before_it_reminds_and_then_it_is_late()
    {
        var (_, a) = Asked();
        Assert.Equal(a, area.Meet(DeadlineKind.AnmodningReminder).Then<AnmodningReminded>().AnmodningId);
        Assert.Equal(EndOf("2026-03-26"), area.Now);
        area.Meet(DeadlineKind.AnmodningDue).Then<AnmodningOverdue>();
        area.Now += TimeSpan.FromSeconds(1);
        Assert.True(Assert.Single(area.Workspace(Dpo).Oversight!.Anmodninger).Late);
        Assert.DoesNotContain(area.Deadlines, d => d.Subject == a);
    }

    [Fact]
    public void Answered_nothing_reminds_of_it_any_more()
    {
        var (id, a) = Asked();
        area.When(Dpo, new AnswerAnmodning(id, a, "Sendt i dag")).Then<AnmodningAnswered>();
        area.When(Dpo, new AnswerAnmodning(id, a, null)).ChangedNothing();
        area.When(Dpo, new RefuseAnmodning(id, a, "Nej")).Refused(RejectionCode.AnmodningEnded);
        Assert.DoesNotContain(area.Deadlines, d => d.Subject == a);
        Assert.Equal(AnmodningStatus.Besvaret, Assert.Single(area.Workspace(Dpo).Oversight!.Anmodninger).Status);
    }

    [Fact]
    public void Article_12_4_a_refusal_has_its_reason()
    {
        var (id, a) = Asked();
        Assert.Equal("Det er ikke hende", area.When(Dpo, new RefuseAnmodning(id, a, "Det er ikke hende")).Then<AnmodningRefused>().Reason.Value);
        Assert.Equal(AnmodningStatus.Afslaaet, area.State.Anmodninger[a].Status);
    }

    [Fact]
    public void Staff_take_it_down_for_the_person_and_the_dpo_alone_goes_on_with_it()
    {
        var id = area.Picked();
        var a = area.Given(Vicevaert, Ask(id)).Receipt.AnmodningId!.Value;
        area.When(Leder, new AnswerAnmodning(id, a, null)).Refused(RejectionCode.NotAllowed);
        Assert.Contains(area.View(Boligsocial, id)!.Timeline, t => t.Kind == "anmodningReceived" && t.Text is null);
        Assert.Null(area.Workspace(Leder).Oversight);
    }

    [Fact]
    public void It_is_about_somebody_named_in_the_case_and_stays_with_that_case()
    {
        var (id, a) = Asked();
        area.When(Dpo, Ask(id) with { PersonId = Id(404) }).Refused(RejectionCode.Invalid);
        area.When(Dpo, new AnswerAnmodning(area.Picked(by: Leder), a, null)).Refused(RejectionCode.NotFound);
        area.When(Dpo, Ask(id) with { ReceivedAt = area.Now.AddDays(1) }).Refused(RejectionCode.WrongTime);
    }

    [Fact]
    public void A_dpo_who_signed_in_too_weakly_to_be_shown_a_name_answers_nobody()
    {
        Assert.True(Oversight.AnswersRequests(Dpo));
        Assert.False(Oversight.AnswersRequests(Dpo with { NamesSealed = true }));
        Assert.All(Everyone.Where(m => m != Dpo), m => Assert.False(Oversight.AnswersRequests(m)));
    }

    [Fact]
    public void It_can_be_asked_of_a_closed_case()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.When(Dpo, Ask(id)).Then<AnmodningReceived>();
    }

    private static DateTimeOffset EndOf(string day) => Copenhagen.At($"{day} 23:59").AddSeconds(59);

    private (Guid Case, Guid Anmodning) Asked()
    {
        var id = area.Picked();
        return (id, area.Given(Dpo, Ask(id)).Receipt.AnmodningId!.Value);
    }

    private ReceiveAnmodning Ask(Guid id) => new(id, area.Case(id).Beboer!.PersonId, AnmodningKind.Indsigt, area.Now, "Kom i et brev");
}
