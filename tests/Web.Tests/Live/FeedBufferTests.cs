using Hub.Contracts;
using Hub.Storage;
using Hub.Web.Live;
using static Hub.Web.Tests.Live.Rows;

namespace Hub.Web.Tests.Live;

public class FeedBufferTests
{
    private static readonly Head Start = new(10, 4, Noon);

    [Fact]
    public void A_cursor_at_the_start_gets_what_reaches_its_office_and_moves_to_the_head()
    {
        var buffer = new FeedBuffer(Start);
        buffer.Add([Row(11, Kontorer.Ejendomskontor), Row(12, Kontorer.BoligsocialtKontor)], new Head(13, 4, Noon), 0);

        var page = buffer.After(Viewer(Kontor.Ejendomskontor), 10, 100)!.Value;

        Assert.Equal([11], page.Rows.Select(r => r.Seq));
        Assert.Equal(13, page.Seq);
        Assert.False(page.More);
    }

    [Fact]
    public void A_board_is_moved_in_its_own_count_only()
    {
        var buffer = new FeedBuffer(Start);
        buffer.Add([Row(11, Kontorer.Ejendomskontor), Row(12, Kontorer.Bestyrelseskontor, boardSeq: 5)], new Head(13, 5, Noon), 0);

        var page = buffer.After(Viewer(Kontor.Bestyrelseskontor), 4, 100)!.Value;

        Assert.Equal([12], page.Rows.Select(r => r.Seq));
        Assert.Equal(5, page.Seq);
    }

    [Fact]
    public void A_full_page_moves_the_cursor_to_its_last_row_and_says_that_there_is_more()
    {
        var buffer = new FeedBuffer(Start);
        buffer.Add([Row(11, Kontorer.Alle), Row(12, Kontorer.Alle), Row(13, Kontorer.Alle)], new Head(13, 4, Noon), 0);

        var page = buffer.After(Viewer(Kontor.Ejendomskontor), 10, 2)!.Value;

        Assert.Equal([11, 12], page.Rows.Select(r => r.Seq));
        Assert.Equal(12, page.Seq);
        Assert.True(page.More);
    }

    [Fact]
    public void A_cursor_before_what_is_held_must_read_the_log()
    {
        var buffer = new FeedBuffer(Start, capacity: 2);
        buffer.Add([Row(11, Kontorer.Alle, boardSeq: 5), Row(12, Kontorer.Alle, boardSeq: 6), Row(13, Kontorer.Alle, boardSeq: 7)], new Head(13, 7, Noon), 0);

        Assert.Null(buffer.After(Viewer(Kontor.Ejendomskontor), 10, 100));
        Assert.Equal([12, 13], buffer.After(Viewer(Kontor.Ejendomskontor), 11, 100)!.Value.Rows.Select(r => r.Seq));
        Assert.Null(buffer.After(Viewer(Kontor.Bestyrelseskontor), 4, 100));
        Assert.Equal([12, 13], buffer.After(Viewer(Kontor.Bestyrelseskontor), 5, 100)!.Value.Rows.Select(r => r.Seq));
    }

    [Fact]
    public void Each_row_comes_with_the_time_at_which_this_node_learnt_of_it()
    {
        var buffer = new FeedBuffer(Start);
        buffer.Add([Row(11, Kontorer.Ejendomskontor), Row(12, Kontorer.BoligsocialtKontor)], new Head(12, 4, Noon), 100);
        buffer.Add([Row(13, Kontorer.Ejendomskontor)], new Head(13, 4, Noon), 200);

        Assert.Equal([100, 200], buffer.After(Viewer(Kontor.Ejendomskontor), 10, 100)!.Value.LearntAt!);
        Assert.Equal([100], buffer.After(Viewer(Kontor.Ejendomskontor), 10, 1)!.Value.LearntAt!);
    }

    [Fact]
    public void A_cursor_ahead_of_the_buffer_stays_where_it_is() =>
        Assert.Equal(20, new FeedBuffer(Start).After(Viewer(Kontor.Ejendomskontor), 20, 100)!.Value.Seq);
}
