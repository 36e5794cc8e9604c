using System.Net;
using System.Net.Sockets;

namespace Hub.Tests.Support;

/// <summary>An address of this machine that nobody listens at, for a server whose address others must know before it is there.</summary>
public static class FreeAddress
{
    public static Uri Of(string host = "127.0.0.1")
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{host}:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
