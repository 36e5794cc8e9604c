using System.Net;
using System.Net.Sockets;

namespace Hub.Tests.Support;

/// <summary>A wire to a server that can be cut at the worst moment: when the server has answered and nobody has heard it.</summary>
public sealed class CuttableWire : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int serverPort;
    private int cutNextAnswer;

    public CuttableWire(int serverPort)
    {
        this.serverPort = serverPort;
        listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void CutNextAnswer() => Volatile.Write(ref cutNextAnswer, 1);

    public void Dispose() => listener.Dispose();

    private async Task Accept()
    {
        while (true)
            _ = Carry(await listener.AcceptTcpClientAsync());
    }

    private async Task Carry(TcpClient client)
    {
        using var caller = client;
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, serverPort);
        await Task.WhenAny(caller.GetStream().CopyToAsync(server.GetStream()), CarryAnswers(server.GetStream(), caller.GetStream()));
    }

    private async Task CarryAnswers(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer) is > 0 and var length)
        {
            if (Interlocked.Exchange(ref cutNextAnswer, 0) == 1)
                return;
            await to.WriteAsync(buffer.AsMemory(0, length));
        }
    }
}
