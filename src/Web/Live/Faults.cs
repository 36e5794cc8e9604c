using Hub.Web.Hosting;
using Microsoft.AspNetCore.SignalR;

namespace Hub.Web.Live;

/// <summary>Logs what goes wrong in a hub call, and what is refused. SignalR's own log of both is off.</summary>
internal sealed partial class Faults(RefusedCalls refused, ILogger<Faults> logger) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (HubException e)
        {
            refused.Note(e.Message, $"/hubs/workspace {invocationContext.HubMethodName}", null);
            throw;
        }
        catch (Exception e) when (e is not (HubException or OperationCanceledException))
        {
            CallFailed(logger, e);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A call to the live hub failed")]
    private static partial void CallFailed(ILogger logger, Exception e);
}
