using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hub.Tests.Support;

/// <summary>A wire to a server that can be cut at the worst moment: when the server has answered and nobody has heard it.</summary>
public sealed class CuttableWire : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int serverPort;
    private byte[]? cutAt;

    public CuttableWire(int serverPort)
    {
        this.serverPort = serverPort;
        listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Cuts at the next answer, or the next that has these words in it.</summary>
    public void CutNextAnswer(string saying = "") => Volatile.Write(ref cutAt, Encoding.ASCII.GetBytes(saying));

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
            if (Volatile.Read(ref cutAt) is { } words && buffer.AsSpan(0, length).IndexOf(words) >= 0 && Interlocked.CompareExchange(ref cutAt, null, words) == words)
                return;
            await to.WriteAsync(buffer.AsMemory(0, length));
        }
    }
}
