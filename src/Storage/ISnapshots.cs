using Hub.Contracts;

namespace Hub.Storage;

/// <summary>
/// The latest state of a stream, so that it need not be folded from its first event. A cache: the log is the truth, and whatever
/// is missing, older or unreadable here is made again from it. Personal fields stand under the same keys as in the events, so
/// dropping a key forgets them here too. <c>Storage.Tests/SnapshotContract</c> says what every store must do.
/// </summary>
public interface ISnapshots
{
    /// <summary>Keeps a state in place of the stream's last one. A secret whose key is gone is kept without its value.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="version">What must be the same when it is loaded: which rules made the state, in which shape.</param>
    /// <param name="state">The state; it says itself how far it reaches.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="StoreBusyException">Nothing was written.</exception>
    Task Save<T>(StreamKey stream, string version, T state, CancellationToken ct) where T : class;

    /// <summary>The state that was kept last; null when there is none of this version.</summary>
    /// <exception cref="SnapshotUnreadableException">What is stored is not what was kept.</exception>
    Task<T?> Load<T>(StreamKey stream, string version, CancellationToken ct) where T : class;
}

/// <summary>A stored state that cannot be read; the message says nothing of what it held.</summary>
public sealed class SnapshotUnreadableException(StreamKey stream, Exception reason)
    : Exception($"The snapshot of {stream.Stream} cannot be read ({reason.GetType().Name}); the state is made from the log.");
