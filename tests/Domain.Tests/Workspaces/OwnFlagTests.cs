using Hub.Contracts;
using Hub.Domain.Views;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>The one who flagged hears what became of it.</summary>
public class OwnFlagTests
{
    private readonly Scenario area = new();

    [Fact]
    public void Taken_answered_and_closed_show()
    {
        var id = area.Picked();
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Melder, "Tak, vi er på vej"));
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Eget, "Kun til os"));
        area.Given(Boligsocial, new CloseCase(id, Outcome.Henvist, "Kun til os"));

        var flag = Assert.Single(Of(Vicevaert));

        Assert.Equal((CaseStatus.Afsluttet, Outcome.Henvist, Boligsocial.UserId), (flag.Card.Status, flag.Card.Outcome, flag.Card.Assignee));
        Assert.NotNull(flag.TakenAt);
        Assert.NotNull(flag.ClosedAt);
        Assert.Equal("Tak, vi er på vej", Assert.Single(flag.Answers).Text);
    }

    [Fact]
    public void They_are_nobody_elses()
    {
        area.Picked();

        Assert.Empty(Of(Kollega));
        Assert.Empty(Of(Boligsocial));
        Assert.Empty(Of(Dpo));
    }

    [Fact]
    public void The_board_has_a_list_of_its_own()
    {
        area.Flag(Bestyrelse);

        Assert.Empty(Of(Bestyrelse));
    }

    [Fact]
    public void A_duplicate_lives_on_in_the_other_case()
    {
        var (first, second) = (area.Flag(Kollega), area.Flag(Vicevaert));
        area.Given(Boligsocial, new LinkCases(second, first, LinkKind.Dublet));
        area.Given(Boligsocial, Beboere.Note(first, NoteAudience.Melder, "Vi har talt med hende"));

        var flag = Assert.Single(Of(Vicevaert));

        Assert.Equal((first, "Vi har talt med hende"), (flag.Card.CaseId, Assert.Single(flag.Answers).Text));
    }

    [Fact]
    public void Newest_first()
    {
        var first = area.Flag(Vicevaert);
        area.Now += TimeSpan.FromHours(1);
        var second = area.Flag(Vicevaert, Beboere.Nobody());

        Assert.Equal([second, first], Of(Vicevaert).Select(f => f.Card.CaseId));
    }

    private IReadOnlyList<OwnFlag> Of(Membership who) =>
        [.. View.OwnCases(area.State, area.Seen(who)).Select(c => View.OwnFlag(c, area.History(c.Id), area.Seen(who), area.Now, area.Area))];
}
