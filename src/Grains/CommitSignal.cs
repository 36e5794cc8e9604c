using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains;

/// <summary>Tells this node that a stream has moved, here or elsewhere. Only a wake-up: what happened is read from the log.</summary>
public sealed class CommitSignal
{
    /// <summary>Raised after a commit, on the committing thread; handlers must be quick and must not throw.</summary>
    public event Action<StreamKey, Head>? Committed;

    /// <summary>Raised when another node may have written: to this stream, or, where it is null, to any. Handlers must be quick and must not throw.</summary>
    public event Action<StreamKey?>? Stirred;

    /// <summary>Called by the turn once an append is durable.</summary>
    public void Raise(StreamKey stream, Head head) => Committed?.Invoke(stream, head);

    /// <summary>Called when another node has sent a wake-up.</summary>
    public void Stir(StreamKey? stream) => Stirred?.Invoke(stream);
}
