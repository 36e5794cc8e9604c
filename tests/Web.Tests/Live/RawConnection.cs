using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Live;

/// <summary>A websocket to the live hub in the hands of a test: with headers of its own, and as slow as it wants to be.</summary>
internal sealed class RawConnection(HubServer server, Session person) : IDisposable
{
    private const char EndOfMessage = '\x1e';
    private const int TcpMaxSeg = 2;

    private readonly ClientWebSocket _socket = new();
    private readonly PeriodicTimer _pings = new(TimeSpan.FromSeconds(5));

    public string? Origin { get; init; }

    /// <summary>Whether next to nothing fits on the wire between the server and a client that does not read.</summary>
    public bool Narrow { get; init; }

    public async Task Open()
    {
        _socket.Options.SetRequestHeader("Authorization", person.Client.DefaultRequestHeaders.Authorization!.ToString());
        if (Origin is not null)
        {
            _socket.Options.SetRequestHeader("Origin", Origin);
        }

        using var http = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = Connect });
        var address = new UriBuilder(server.Address) { Scheme = "ws", Path = "/hubs/workspace" }.Uri;
        await _socket.ConnectAsync(address, http, default);
        await Send(new { protocol = "json", version = 1 });
        _ = KeepAlive();
    }

    public Task Watch(Guid omraade, string epoch, long afterSeq) =>
        Send(new { type = 1, invocationId = "1", target = "Watch", arguments = new object[] { omraade, epoch, afterSeq } });

    /// <summary>Reads on until the connection ends; everything that came until then.</summary>
    public Task<string> ReadToEnd() => ReadUntil(null);

    /// <summary>Everything that came until a text did, or the connection ended.</summary>
    public async Task<string> ReadUntil(string? last)
    {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        try
        {
            while ((last is null || !text.ToString().Contains(last, StringComparison.Ordinal))
                && await _socket.ReceiveAsync(buffer, default) is { MessageType: not WebSocketMessageType.Close } part)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            }
        }
        catch (WebSocketException)
        {
            // the server cut it
        }

        return text.ToString();
    }

    public void Dispose()
    {
        _pings.Dispose();
        _socket.Dispose();
    }

    /// <summary>Without them the server would drop the connection for being silent, and not for what the test is about.</summary>
    private async Task KeepAlive()
    {
        while (await _pings.WaitForNextTickAsync() && _socket.State == WebSocketState.Open)
        {
            await Send(new { type = 6 });
        }
    }

    private Task Send(object message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + EndOfMessage), WebSocketMessageType.Text, true, default);

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        if (Narrow)
        {
            // With the loopback's own segments of 64 kB Linux would take in megabytes for us.
            socket.ReceiveBufferSize = 2048;
            socket.SetRawSocketOption((int)SocketOptionLevel.Tcp, TcpMaxSeg, BitConverter.GetBytes(536));
        }

        await socket.ConnectAsync(context.DnsEndPoint, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
