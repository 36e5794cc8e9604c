using Hub.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Hub.Web.Errors;

/// <summary>Answers what nobody caught. The log gets the exception, the caller only that it happened.</summary>
internal sealed partial class UnexpectedErrors(ILogger<UnexpectedErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var fault = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Fault.TooLarge,
            StoreBusyException or CommitUnknownException => Fault.Busy,
            _ when HubStore.IsOutage(exception) => Fault.Busy,
            _ => Fault.Unexpected,
        };
        if (fault == Fault.Unexpected)
        {
            Unexpected(logger, exception);
        }

        await new Problem(fault).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected")]
    private static partial void Unexpected(ILogger logger, Exception exception);
}
