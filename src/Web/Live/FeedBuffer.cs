using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Storage;

namespace Hub.Web.Live;

/// <summary>The newest rows of one area, shared by all who watch it. Not thread-safe: its feed locks it.</summary>
internal sealed class FeedBuffer(Head start, int capacity = FeedBuffer.Capacity)
{
    public const int Capacity = 512;

    private readonly List<(FeedRow Row, long LearntAt)> _rows = [];

    /// <summary>Every row after this place and up to <see cref="Head"/> is held.</summary>
    private Head _floor = start;

    public Head Head { get; private set; } = start;

    /// <summary>Takes rows in that follow the head; <paramref name="head"/> is how far they reach.</summary>
    public void Add(IReadOnlyList<FeedRow> rows, Head head, long learntAt)
    {
        _rows.AddRange(rows.Select(r => (r, learntAt)));
        Head = head;
        var surplus = _rows.Count - capacity;
        if (surplus <= 0)
        {
            return;
        }

        foreach (var (row, _) in _rows.Take(surplus))
        {
            _floor = After(_floor, row);
        }

        _rows.RemoveRange(0, surplus);
    }

    /// <summary>What follows a viewer's cursor, or null when the buffer no longer reaches back that far.</summary>
    public FeedPage? After(Viewer viewer, long cursor, int limit)
    {
        if (cursor < Changes.SeqFor(viewer, _floor))
        {
            return null;
        }

        // From the end: those who watch are nearly always nearly there.
        var known = _rows.FindLastIndex(r => Changes.SeqFor(viewer, r.Row) is > 0 and var seq && seq <= cursor);
        var held = _rows.Skip(known + 1).Where(r => r.Row.Audience.Reached.Overlaps(Changes.RowsOf(viewer))).Take(limit + 1).ToList();
        return held.Count > limit
            ? Page(held[..limit], Changes.SeqFor(viewer, held[limit - 1].Row), more: true)
            : Page(held, Math.Max(cursor, Changes.SeqFor(viewer, Head)), more: false);
    }

    /// <summary>The place that a row brings the log to.</summary>
    public static Head After(Head head, FeedRow row) => new(row.Seq, row.BoardSeq ?? head.BoardSeq, row.At);

    private static FeedPage Page(List<(FeedRow Row, long LearntAt)> held, long seq, bool more) =>
        new([.. held.Select(h => h.Row)], seq, more) { LearntAt = [.. held.Select(h => h.LearntAt)] };
}
