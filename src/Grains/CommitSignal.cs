using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains;

/// <summary>
/// Tells this node that a stream has moved. What was committed here comes along, so that it need not be read back; of what happened elsewhere it is only a
/// wake-up.
/// </summary>
public sealed class CommitSignal
{
    /// <summary>Raised after a commit, on the committing thread; handlers must be quick and must not throw.</summary>
    public event Action<StreamKey, Head, IReadOnlyList<FeedRow>>? Committed;

    /// <summary>Raised when another node has said what it committed, at this one's bidding; it tells the others itself. Handlers must be quick and must not throw.</summary>
    public event Action<StreamKey, Head, IReadOnlyList<FeedRow>>? Heard;

    /// <summary>Raised when another node may have written: to this stream, or, where it is null, to any. Handlers must be quick and must not throw.</summary>
    public event Action<StreamKey?>? Stirred;

    /// <summary>Called by the turn once an append is durable, append by append.</summary>
    /// <param name="stream">What has moved.</param>
    /// <param name="head">Where it stands now.</param>
    /// <param name="rows">Its newest rows, up to that head.</param>
    public void Raise(StreamKey stream, Head head, IReadOnlyList<FeedRow> rows) => Committed?.Invoke(stream, head, rows);

    /// <summary>Called with the answer of another node that carried out a command.</summary>
    /// <param name="stream">What has moved.</param>
    /// <param name="head">Where it stood after the command.</param>
    /// <param name="rows">The command's rows, up to that head.</param>
    public void Hear(StreamKey stream, Head head, IReadOnlyList<FeedRow> rows) => Heard?.Invoke(stream, head, rows);

    /// <summary>Called when another node has sent a wake-up.</summary>
    public void Stir(StreamKey? stream) => Stirred?.Invoke(stream);
}
