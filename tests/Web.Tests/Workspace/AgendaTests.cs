using Hub.Contracts;
using Hub.Web.Features.Workspace;

namespace Hub.Web.Tests.Workspace;

public class AgendaTests
{
    [Theory]
    [InlineData(Kontor.Bestyrelseskontor, MatterStatus.Ny, "TilBeslutning")]
    [InlineData(Kontor.Bestyrelseskontor, MatterStatus.PaaDagsorden, "TilBeslutning")]
    [InlineData(Kontor.Ejendomskontor, MatterStatus.Ny, "SendtAfOs")]
    [InlineData(Kontor.Bestyrelseskontor, MatterStatus.Besluttet, "Afgjort")]
    [InlineData(Kontor.Ejendomskontor, MatterStatus.Lukket, "Afgjort")]
    public void A_matter_stands_where_its_next_move_is(Kontor kontor, MatterStatus status, string part)
    {
        Assert.Equal(part, Agenda.PartOf(Matter(kontor, status)).ToString());
    }

    [Fact]
    public void Late_matters_come_first_then_those_without_a_meeting_then_meeting_by_meeting()
    {
        var (june, may) = (Matter(date: new DateOnly(2026, 6, 1)), Matter(date: new DateOnly(2026, 5, 4)));
        var (unplanned, late) = (Matter(), Matter(date: new DateOnly(2026, 7, 1), late: true));

        Assert.Equal([late, unplanned, may, june], Of(june, may, unplanned, late).In(AgendaPart.TilBeslutning));
    }

    [Fact]
    public void What_is_settled_stands_newest_first()
    {
        var (old, young) = (Matter(status: MatterStatus.Lukket, opened: Cards.Now.AddDays(-9)), Matter(status: MatterStatus.Besluttet));

        Assert.Equal([young, old], Of(old, young).In(AgendaPart.Afgjort));
    }

    [Fact]
    public void The_boards_own_tasks_come_before_those_it_gave_and_done_ones_are_gone()
    {
        var (given, own, done) = (Task(Kontor.Ejendomskontor), Task(Kontor.Bestyrelseskontor), Task(Kontor.Bestyrelseskontor, TaskState.Udfoert));

        Assert.Equal([own, given], Of(given, own, done).Tasks);
    }

    private static BoardMatter Matter(
        Kontor kontor = Kontor.Bestyrelseskontor, MatterStatus status = MatterStatus.Ny, DateOnly? date = null, bool late = false,
        DateTimeOffset? opened = null) =>
        new(Guid.NewGuid(), "M-0001", "Lys", "Slukket", status, opened ?? Cards.Now, Cards.Now, Kontor.Ejendomskontor, kontor, date, null, null, late);

    private static BoardTask Task(Kontor kontor, TaskState status = TaskState.Aaben) => new(Guid.NewGuid(), "Flyt bænken", kontor, status, null, null, false);

    private static Agenda Of(params object[] things) => Agenda.Of(new BoardWorkspaceView(
        1, [.. things.OfType<BoardMatter>()], [.. things.OfType<BoardTask>()], [], new Dictionary<Kontor, OfficeCount>()));
}
