namespace Hub.Floor;

/// <summary>Spoken to as Hub is, so that the same clients serve both.</summary>
public sealed class FloorHub : Microsoft.AspNetCore.SignalR.Hub
{
    public static string Of(Guid omraade) => omraade.ToString();

    public async Task<object> Watch(Guid omraadeId, string epoch, long afterSeq)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, Of(omraadeId));
        return new { epoch, seq = afterSeq };
    }
}
