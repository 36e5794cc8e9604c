namespace Hub.Grains;

/// <summary>Work that is done once more after it was asked for, however often it is asked for meanwhile; never twice at a time.</summary>
public sealed class Coalesced(Func<Task> work)
{
    private const int Idle = 0;
    private const int Working = 1;
    private const int WorkingAndAsked = 2;

    private int _state;

    /// <summary>Asks for it and does not wait. What goes wrong is the work's own to tell.</summary>
    public void Ask()
    {
        if (Interlocked.Exchange(ref _state, WorkingAndAsked) == Idle)
        {
            _ = Task.Run(WorkOff);
        }
    }

    private async Task WorkOff()
    {
        do
        {
            Volatile.Write(ref _state, Working);
            await work().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (Interlocked.CompareExchange(ref _state, Idle, Working) != Working);
    }
}
