using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains;

/// <summary>Tells the live feed of this node that a stream has moved. Only a wake-up: the feed itself is read from the log.</summary>
public sealed class CommitSignal
{
    /// <summary>Raised after a commit, on the committing thread; handlers must be quick and must not throw.</summary>
    public event Action<StreamKey, Head>? Committed;

    /// <summary>Called by the turn once an append is durable.</summary>
    public void Raise(StreamKey stream, Head head) => Committed?.Invoke(stream, head);
}
