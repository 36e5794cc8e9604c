using System.Security.Claims;

namespace Hub.Web.Live;

/// <summary>The client at the other end of a connection.</summary>
/// <param name="client">Where messages go.</param>
/// <param name="caller">Whose it is.</param>
/// <param name="drop">Cuts the connection.</param>
internal sealed class Listener(IWorkspaceClient client, ClaimsPrincipal caller, Action drop)
{
    /// <summary>A reader that takes nothing for this long is dropped, and heals by its cursor.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(5);

    public ClaimsPrincipal Caller => caller;

    public async Task Tell(Func<IWorkspaceClient, Task> message, CancellationToken ct)
    {
        try
        {
            await message(client).WaitAsync(Stuck, ct);
        }
        catch (TimeoutException)
        {
            Drop();
            throw new OperationCanceledException("The reader is stuck.");
        }
    }

    public void Drop() => drop();
}
