using Hub.Contracts;

namespace Hub.Storage;

/// <summary>
/// Tells the other processes on the same database that there is something to look at. A wake-up carries no facts: one that is
/// lost costs time and nothing else, for whoever is woken also looks now and then unasked.
/// </summary>
public interface IWakeUps
{
    /// <summary>Raised when another process has sent, on a thread that others wait for; handlers must be quick and must not throw.</summary>
    event Action<WakeUp>? Heard;

    /// <summary>Sends soon, after what has been committed and apart from it. What is sent in one go is said once. Never waits.</summary>
    void Send(WakeUp wakeUp);

    /// <summary>Sends and listens until cancelled, also after the database was away.</summary>
    /// <param name="report">Takes what went wrong; it is tried again.</param>
    /// <param name="ct">Ends it.</param>
    Task Run(Action<Exception> report, CancellationToken ct);
}

/// <summary>What to look at.</summary>
public abstract record WakeUp
{
    private WakeUp()
    {
    }

    /// <summary>A stream has moved.</summary>
    public sealed record Moved(StreamKey Stream) : WakeUp;

    /// <summary>A sign-in has ended.</summary>
    public sealed record SessionEnded(Guid Session) : WakeUp;

    /// <summary>Wake-ups may have been lost: anything may have happened.</summary>
    public sealed record Everything : WakeUp;
}

/// <summary>For a process that has its database to itself.</summary>
public sealed class NoWakeUps : IWakeUps
{
    private NoWakeUps()
    {
    }

    /// <summary>The only one.</summary>
    public static IWakeUps Instance { get; } = new NoWakeUps();

    /// <inheritdoc/>
    public event Action<WakeUp>? Heard
    {
        add { }
        remove { }
    }

    /// <inheritdoc/>
    public void Send(WakeUp wakeUp)
    {
    }

    /// <inheritdoc/>
    public Task Run(Action<Exception> report, CancellationToken ct) => Task.CompletedTask;
}
