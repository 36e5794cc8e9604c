using Hub.Contracts;
using Hub.Domain.Views;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>A board is told how much the other offices have, and can find out about nobody by comparing what it is told.</summary>
public class BoardFigureTests
{
    private readonly Scenario area = new();

    [Fact]
    public void Fewer_than_five_are_not_told_and_more_in_steps_of_five()
    {
        int?[] told = [null, null, null, null, null, 5, 5, 5, 5, 5, 10];
        foreach (var (expected, n) in told.Select((t, n) => (t, n)))
        {
            NextMonth();
            Assert.Equal((n, expected), (n, Open(Kontor.BoligsocialtKontor)));
            area.Flag(Vicevaert);
        }
    }

    [Fact]
    public void Two_days_of_a_month_say_the_same_whatever_happens_between_them()
    {
        Flag(5);
        NextMonth();
        var first = area.Board().Offices;
        Flag(7);
        foreach (var c in area.State.Cases.Keys.Take(4).ToList())
        {
            area.Given(Boligsocial, new PickUpCase(c));
            area.Given(Boligsocial, new CloseCase(c, Outcome.Loest, null));
            area.Now = area.Now.AddDays(6);
            Assert.Equal(first, area.Board().Offices);
        }

        Assert.Equal(5, first[Kontor.BoligsocialtKontor].Open);
        NextMonth();
        Assert.Equal(5, Open(Kontor.BoligsocialtKontor));
    }

    [Fact]
    public void It_is_all_the_same_whether_anything_happened_in_the_month_and_when_one_looks()
    {
        Flag(6);
        NextMonth();
        var still = Open(Kontor.BoligsocialtKontor);
        area.Flag(Boligsocial);
        var moved = Open(Kontor.BoligsocialtKontor);
        var again = area.Log.Aggregate(WorkspaceState.Empty, WorkspaceApply.Apply);

        Assert.Equal((5, 5), (still, moved));
        Assert.Equal(area.Board().Offices, View.BoardWorkspace(again, area.Seen(Bestyrelse), area.Now, area.Area).Offices);
    }

    [Fact]
    public void What_the_board_knows_itself_is_not_in_them_so_that_it_cannot_be_subtracted()
    {
        Flag(2);
        for (var i = 0; i < 4; i++)
        {
            area.Flag(Bestyrelse);
            area.Given(Bestyrelse, new OpenMatter("Lys", "Stien er mørk", Kontor.BoligsocialtKontor));
        }

        NextMonth();

        Assert.Null(Open(Kontor.BoligsocialtKontor));
    }

    [Fact]
    public void Every_page_and_part_of_a_page_says_the_same()
    {
        Flag(8);
        var matter = area.Given(Bestyrelse, new OpenMatter("Lys", "Stien er mørk", null)).Receipt.MatterId!.Value;
        NextMonth();
        Flag(5);

        Assert.Equal(area.Board().Offices, View.BoardWorkspaceAbout(area.State, matter, area.Seen(Formand), area.Now, area.Area).Offices);
    }

    [Fact]
    public void Nothing_is_told_that_the_parts_could_be_subtracted_from_and_nothing_of_what_is_late()
    {
        Flag(9, Severity.Akut);
        NextMonth();
        var offices = area.Board().Offices;

        Assert.Equal(Enum.GetValues<Kontor>(), offices.Keys.Order());
        Assert.All(offices.Where(o => o.Key != Kontor.Bestyrelseskontor), o => Assert.Null(o.Value.Late));
        Assert.Equal(9, area.Workspace(Boligsocial).Offices[Kontor.BoligsocialtKontor].Late);
    }

    [Fact]
    public void The_board_counts_what_it_answers_itself_as_it_is()
    {
        area.Given(Vicevaert, new OpenMatter("Lys", "Stien er mørk", null));

        Assert.Equal(1, area.Board().Offices[Kontor.Bestyrelseskontor].Open);
    }

    private int? Open(Kontor kontor) => area.Board().Offices[kontor].Open;

    private void Flag(int times, Severity severity = Severity.Mellem)
    {
        for (var i = 0; i < times; i++)
        {
            area.Flag(Vicevaert, Beboere.Worry(severity: severity));
        }
    }

    private void NextMonth() => area.Now = new DateTimeOffset(BoardFigures.MonthOf(area.Now).AddMonths(1), new TimeOnly(9, 0), TimeSpan.Zero);
}
