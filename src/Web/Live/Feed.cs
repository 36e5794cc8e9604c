using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Storage;

namespace Hub.Web.Live;

/// <summary>Rows that reach a viewer, and the seq the viewer's cursor may move to once it has them.</summary>
internal readonly record struct FeedPage(IReadOnlyList<FeedRow> Rows, long Seq, bool More)
{
    /// <summary>When this node learnt of each row, in the time of <see cref="System.Diagnostics.Stopwatch"/>; null for rows that only the log has.</summary>
    public IReadOnlyList<long>? LearntAt { get; init; }
}

/// <summary>The live feed as it stands in the log.</summary>
internal static class Feed
{
    public static StreamKey StreamOf(Viewer viewer) => new(viewer.Member.Tenant, viewer.Member.OmraadeId);

    public static async Task<FeedPage> Read(IEventLog log, Viewer viewer, long after, int limit, CancellationToken ct)
    {
        var stream = StreamOf(viewer);
        // The head first: every row up to it is then there to be read.
        var head = Changes.SeqFor(viewer, await log.ReadHead(stream, ct));
        var rows = await ReadRows(log, stream, viewer, after, limit + 1, ct);
        return rows.Count > limit
            ? new FeedPage([.. rows.Take(limit)], Changes.SeqFor(viewer, rows[limit - 1]), More: true)
            : new FeedPage(rows, rows.Count > 0 ? Math.Max(head, Changes.SeqFor(viewer, rows[^1])) : head, More: false);
    }

    private static async Task<IReadOnlyList<FeedRow>> ReadRows(
        IEventLog log, StreamKey stream, Viewer viewer, long after, int limit, CancellationToken ct) =>
        viewer.IsBoard ? await log.ReadBoardFeed(stream, after, limit, ct)
        : Changes.RowsOf(viewer) is var offices and not Kontorer.Ingen ? await log.ReadFeed(stream, offices, after, limit, ct)
        : [];
}
