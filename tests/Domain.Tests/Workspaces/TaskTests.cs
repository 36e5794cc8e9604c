using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

public class TaskTests
{
    private readonly Scenario area = new();

    [Theory]
    [InlineData(Kontor.Ejendomskontor)]
    [InlineData(Kontor.Bestyrelseskontor)]
    [InlineData(Kontor.BoligsocialtKontor)]
    public void Any_office_asks_any_office_to_do_something_in_the_area(Kontor asked)
    {
        foreach (var who in new[] { Vicevaert, Bestyrelse, Boligsocial })
        {
            var task = area.When(who, new CreateTask("Tjek lyset", asked, null, null, null, null)).Then<TaskCreated>();
            Assert.Equal((who.Kontor, asked), ((Kontor?)task.From, task.Kontor));
        }
    }

    [Fact]
    public void Those_who_belong_to_no_office_ask_nobody()
    {
        area.When(Dpo, Area("Tjek lyset")).Refused(RejectionCode.NotAllowed);
        area.When(Admin, Area("Tjek lyset")).Refused(RejectionCode.NotAllowed);
    }

    [Fact]
    public void A_task_on_a_case_is_for_those_who_see_the_case_to_give()
    {
        var id = area.Flag(Boligsocial);
        area.When(Boligsocial2, OnCase(id, Kontor.Ejendomskontor)).Accepted();
        area.When(Vicevaert, OnCase(id, Kontor.Ejendomskontor)).Refused(RejectionCode.NotFound);
        area.When(Bestyrelse, OnCase(id, Kontor.Ejendomskontor)).Refused(RejectionCode.NotFound);
    }

    [Fact]
    public void An_office_asked_to_do_something_on_a_case_learns_of_the_task_and_not_of_the_case()
    {
        var id = area.Flag(Boligsocial);
        area.Given(Boligsocial, OnCase(id, Kontor.Ejendomskontor));
        var task = Assert.Single(area.Workspace(Vicevaert).Tasks);
        Assert.Null(task.CaseId);
        Assert.Empty(area.Workspace(Vicevaert).Cases);
    }

    [Fact]
    public void A_task_on_a_matter_is_for_its_sides_to_give()
    {
        var matter = area.Given(Bestyrelse, new OpenMatter("Lys", "Lyset er slukket", null)).Receipt.MatterId!.Value;
        area.When(Vicevaert, Area("Skift pæren") with { MatterId = matter }).Accepted();
        area.When(Boligsocial, Area("Skift pæren") with { MatterId = matter }).Refused(RejectionCode.NotFound);
    }

    [Fact]
    public void A_title_that_names_the_beboer_is_refused_towards_whoever_may_not_know()
    {
        var sealedCase = area.Flag(Boligsocial);
        area.When(Boligsocial, OnCase(sealedCase, Kontor.Bestyrelseskontor, "Ring til Karen")).Refused(RejectionCode.PersonalDataInText);
        area.When(Boligsocial, OnCase(sealedCase, Kontor.Ejendomskontor, "Se på Nordlysvej 12")).Refused(RejectionCode.PersonalDataInText);
        area.When(Boligsocial, OnCase(sealedCase, Kontor.BoligsocialtKontor, "Ring til Karen")).Accepted();
        area.When(Boligsocial, OnCase(sealedCase, Kontor.Ejendomskontor, "Se på lyset")).Accepted();
        area.Given(Boligsocial, new RecordLegalBasis(sealedCase, Beboere.Consent(Kontorer.Personale)));
        area.When(Boligsocial, OnCase(sealedCase, Kontor.Ejendomskontor, "Se på Nordlysvej 12")).Accepted();
        area.When(Boligsocial, OnCase(sealedCase, Kontor.Bestyrelseskontor, "Ring til Karen")).Refused(RejectionCode.PersonalDataInText);
    }

    [Fact] // databeskyttelsesloven § 11
    public void A_cpr_number_is_refused_in_it() => area.When(Vicevaert, Area("010190-1234")).Refused(RejectionCode.CprInText);

    [Fact]
    public void It_goes_only_to_someone_of_the_office()
    {
        area.When(Vicevaert, Area("Skift pæren") with { Assignee = Kollega.UserId }).Accepted();
        area.When(Vicevaert, Area("Skift pæren") with { Assignee = Boligsocial.UserId }).Refused(RejectionCode.NotInOffice);
        var id = Given(Area("Skift pæren"));
        area.When(Vicevaert, new AssignTask(id, Boligsocial.UserId)).Refused(RejectionCode.NotInOffice);
        area.When(Vicevaert, new AssignTask(id, Kollega.UserId)).Accepted();
        area.When(Vicevaert, new AssignTask(id, Kollega.UserId)).ChangedNothing();
    }

    [Fact]
    public void The_office_that_is_asked_does_it_and_the_one_that_asked_may_open_it_again()
    {
        var id = area.Given(Bestyrelse, Area("Skift pæren")).Receipt.TaskId!.Value;
        area.When(Bestyrelse, new CompleteTask(id)).Refused(RejectionCode.NotAllowed);
        area.When(Bestyrelse, new AssignTask(id, Vicevaert.UserId)).Refused(RejectionCode.NotAllowed);
        area.When(Boligsocial, new CompleteTask(id)).Refused(RejectionCode.NotFound);
        area.When(Bestyrelse, new ReopenTask(id)).Refused(RejectionCode.TaskNotCompleted);
        area.When(Vicevaert, new CompleteTask(id)).Then<TaskCompleted>();
        area.When(Vicevaert, new CompleteTask(id)).ChangedNothing();
        area.When(Vicevaert, new AssignTask(id, Kollega.UserId)).Refused(RejectionCode.TaskCompleted);
        area.When(Bestyrelse, new ReopenTask(id)).Then<TaskReopened>();
        area.When(Vicevaert, new CompleteTask(id)).Then<TaskCompleted>();
    }

    [Fact]
    public void It_is_due_in_the_future_and_late_after()
    {
        area.When(Vicevaert, Area("Skift pæren") with { Due = area.Now }).Refused(RejectionCode.WrongTime);
        Given(Area("Skift pæren") with { Due = area.Now.AddHours(1) });
        area.Meet(DeadlineKind.TaskDue).Then<TaskOverdue>();
        Assert.DoesNotContain(area.Deadlines, d => d.Kind == DeadlineKind.TaskDue);
        area.Now += TimeSpan.FromSeconds(1);
        Assert.True(Assert.Single(area.Workspace(Vicevaert).Tasks).Late);
    }

    [Fact]
    public void A_task_done_in_time_is_not_late()
    {
        var id = Given(Area("Skift pæren") with { Due = area.Now.AddHours(1) });
        area.Given(Vicevaert, new CompleteTask(id));
        Assert.Empty(area.Deadlines);
        area.Given(Vicevaert, new ReopenTask(id));
        Assert.Single(area.Deadlines);
    }

    [Fact]
    public void A_closed_case_takes_no_new_tasks()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.When(Boligsocial, OnCase(id, Kontor.Ejendomskontor)).Refused(RejectionCode.CaseClosed);
    }

    private Guid Given(CreateTask task) => area.Given(Vicevaert, task).Receipt.TaskId!.Value;

    private static CreateTask Area(string title) => new(title, Kontor.Ejendomskontor, null, null, null, null);

    private static CreateTask OnCase(Guid caseId, Kontor asked, string title = "Tjek lyset") => new(title, asked, caseId, null, null, null);
}
