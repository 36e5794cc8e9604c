using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hub.Browser.Tests.Live;

/// <summary>One address in front of servers that come and go, as a load balancer is.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = [];
    private int? server;

    public Relay(Uri server)
    {
        this.server = server.Port;
        listener.Start();
        _ = Accept();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Every socket breaks, and a new one comes to nothing.</summary>
    public void Cut()
    {
        server = null;
        foreach (var socket in open.Keys)
        {
            socket.Dispose();
        }
    }

    public void Mend(Uri address) => server = address.Port;

    public void Dispose()
    {
        Cut();
        listener.Dispose();
    }

    private async Task Accept()
    {
        while (true)
        {
            _ = Carry(await listener.AcceptTcpClientAsync());
        }
    }

    private async Task Carry(TcpClient caller)
    {
        using var far = new TcpClient();
        open[caller] = open[far] = true;
        try
        {
            if (server is { } port)
            {
                await far.ConnectAsync(IPAddress.Loopback, port);
                await Task.WhenAny(caller.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(caller.GetStream()));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Cut, or the other side has gone.
        }
        finally
        {
            open.TryRemove(caller, out _);
            open.TryRemove(far, out _);
            caller.Dispose();
        }
    }
}
