using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>What has ended stays on screen for a while and then leaves memory.</summary>
public class RetentionTests
{
    private readonly Scenario area = new();

    [Fact]
    public void A_closed_case_stays_for_thirty_days()
    {
        var id = Closed();
        Assert.NotNull(Later(TimeSpan.FromDays(30)).Case(id));
        Assert.Null(Later(TimeSpan.FromSeconds(1)).Case(id));
    }

    [Fact]
    public void So_do_a_done_task_and_a_closed_matter()
    {
        var task = area.Given(Vicevaert, new CreateTask("x", Kontor.Ejendomskontor, null, null, null, null)).Receipt.TaskId!.Value;
        var matter = area.Given(Vicevaert, new OpenMatter("Lys", "Stien er mørk", null)).Receipt.MatterId!.Value;
        area.Given(Vicevaert, new CompleteTask(task));
        area.Given(Vicevaert, new CloseMatter(matter, MatterOutcome.Loest));
        var later = Later(TimeSpan.FromDays(31));
        Assert.Equal((null, null), (later.Task(task), later.Matter(matter)));
    }

    [Fact]
    public void What_is_open_stays_however_old()
    {
        var id = area.Picked();
        Assert.NotNull(Later(TimeSpan.FromDays(1000)).Case(id));
    }

    [Fact]
    public void What_was_opened_again_stays_until_it_is_closed_again()
    {
        var id = Closed();
        area.Now += TimeSpan.FromDays(20);
        area.Given(Boligsocial, new ReopenCase(id, "Ringede igen"));
        Assert.NotNull(Later(TimeSpan.FromDays(20)).Case(id));
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        Assert.Null(Later(TimeSpan.FromDays(31)).Case(id));
    }

    [Fact]
    public void Memory_does_not_grow_with_history()
    {
        for (var i = 0; i < Retention.MostKept + 5; i++)
        {
            Closed();
        }

        Assert.Equal(Retention.MostKept, Retention.Settle(area.State).Cases.Count(c => c.Value.IsClosed));
    }

    [Fact]
    public void Its_answered_handovers_leave_with_it()
    {
        var id = area.Flag(Boligsocial);
        area.Given(Boligsocial, new WithdrawHandover(area.Offered(id, Boligsocial, Kontor.Ejendomskontor)));
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        Assert.Empty(Later(TimeSpan.FromDays(31)).Handovers);
    }

    [Fact]
    public void A_case_stays_while_its_matter_with_the_board_goes_on_so_that_nobody_names_the_beboer_there()
    {
        var id = area.Picked();
        var matter = area.Given(Boligsocial, Beboere.Offer(id, Kontor.Bestyrelseskontor)).Receipt.MatterId!.Value;
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        Assert.NotNull(Later(TimeSpan.FromDays(31)).Case(id));
        area.Given(Boligsocial, new CloseMatter(matter, MatterOutcome.Loest));
        Assert.NotNull(Later(TimeSpan.Zero).Case(id));
        Assert.Null(Retention.Settle(Later(TimeSpan.FromDays(31))).Case(id));
    }

    [Fact]
    public void It_stays_while_a_task_on_it_is_shown_so_that_a_name_in_the_title_stays_masked()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CreateTask("Ring til Karen", Kontor.BoligsocialtKontor, id, null, null, null));
        area.Given(Vicevaert, new WithdrawLegalBasis(id));
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        Later(TimeSpan.FromDays(31));
        Assert.Equal("Ring til ▇▇▇", Assert.Single(area.Workspace(Boligsocial).Tasks).Title);
    }

    [Fact] // GDPR art. 18
    public void What_may_not_be_used_stays_on_the_dpos_list()
    {
        var id = Closed();
        area.Given(Leder, new RestrictCase(id, default, null));
        Assert.NotNull(Retention.Settle(Later(TimeSpan.FromDays(31))).Case(id));
    }

    private Guid Closed()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        return id;
    }

    /// <summary>Something else happens after this long, and memory is settled.</summary>
    private WorkspaceState Later(TimeSpan time)
    {
        area.Now += time;
        area.Flag(Vicevaert);
        return Retention.Settle(area.State);
    }
}
