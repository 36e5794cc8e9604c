using System.Net.WebSockets;
using System.Text;

namespace Hub.Web.Tests.Durability;

/// <summary>A live connection to a process that is about to go.</summary>
internal sealed class LiveLine : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    public static async Task<LiveLine> Open(Uri hub)
    {
        var line = new LiveLine();
        using var person = await FlagStream.SignIn(hub);
        line._socket.Options.SetRequestHeader("Authorization", person.DefaultRequestHeaders.Authorization!.ToString());
        await line._socket.ConnectAsync(new UriBuilder(hub) { Scheme = "ws", Path = "/hubs/workspace" }.Uri, default);
        await line._socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\x1e"), WebSocketMessageType.Text, true, default);
        return line;
    }

    /// <summary>Returns once the server has ended it.</summary>
    public async Task Ended()
    {
        try
        {
            while ((await _socket.ReceiveAsync(new byte[1024], default)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // without a goodbye
        }
    }

    public void Dispose() => _socket.Dispose();
}
