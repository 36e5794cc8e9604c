using Hub.Grains.Tests;
using Hub.Web.Live;

namespace Hub.Web.Tests.Live;

public sealed class TypingTests : IAsyncLifetime
{
    private LiveArea _live = null!;

    private Area Area => _live.Area;

    public async Task InitializeAsync() => _live = await LiveArea.Open();

    public async Task DisposeAsync() => await _live.DisposeAsync();

    [Fact]
    public async Task A_colleague_who_may_read_the_case_is_told_that_someone_writes_and_not_who()
    {
        var caseId = await Area.Ejendom.Flag();
        await _live.Watch(Area.Boligsocial);
        var from = _live.LastWatch;
        var colleague = await _live.Watch(Area.Boligsocial2);

        await Typists.Tell(from, caseId, default);

        Assert.Equal(new Typing(Area.Id, caseId), await colleague.Next<Typing>());
    }

    [Fact]
    public async Task Neither_the_board_nor_the_writer_nor_those_who_may_not_read_the_case_are_told()
    {
        var caseId = await Area.Boligsocial.Flag();
        var self = await _live.Watch(Area.Boligsocial);
        var from = _live.LastWatch;
        var (board, ejendom, dpo) = (await _live.Watch(Area.Bestyrelse), await _live.Watch(Area.Ejendom), await _live.Watch(Area.Dpo));
        var told = await _live.Watch(Area.Boligsocial2);

        await Typists.Tell(from, caseId, default);
        await told.Next<Typing>();

        Assert.Empty(new[] { self, board, ejendom, dpo }.SelectMany(c => c.Rest()).OfType<Typing>());
    }

    [Fact]
    public async Task A_board_cannot_say_that_it_writes_on_a_case()
    {
        var caseId = await Area.Bestyrelse.Flag();
        await _live.Watch(Area.Bestyrelse);
        var board = _live.LastWatch;
        var staff = await _live.Watch(Area.Boligsocial);

        await Typists.Tell(board, caseId, default);

        Assert.Empty(staff.Rest().OfType<Typing>());
    }

    [Fact]
    public async Task A_quick_writer_is_told_of_once()
    {
        var caseId = await Area.Ejendom.Flag();
        await _live.Watch(Area.Boligsocial);
        var from = _live.LastWatch;
        var colleague = await _live.Watch(Area.Boligsocial2);

        await Typists.Tell(from, caseId, default);
        await Typists.Tell(from, caseId, default);
        await colleague.Next<Typing>();

        Assert.Empty(colleague.Rest().OfType<Typing>());
    }

    private Typists Typists => new(_live.Feed, Area.Engine);
}
