using Microsoft.AspNetCore.SignalR;

namespace Hub.Web.Live;

/// <summary>Logs what goes wrong in a hub call. A refusal is an answer and no fault, so SignalR's own log of both is off.</summary>
internal sealed partial class Faults(ILogger<Faults> logger) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
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
