using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Hub.Bench.Site;

/// <summary>How much memory a .NET process holds once it has collected everything. It is asked to by the runtime's own diagnostic socket.</summary>
internal static class Memory
{
    private const byte EventPipe = 2;
    private const byte CollectTracing = 3;
    private const byte StopTracing = 1;
    private const ulong CollectNow = 0x80_0000;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>The resident set, after full collections.</summary>
    public static async Task<double> KiloBytes(int process)
    {
        // The first frees what finalizers hold on to, the second what they let go of.
        await Collect(process);
        await Collect(process);
        var status = await File.ReadAllLinesAsync($"/proc/{process}/status");
        return double.Parse(status.Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>A session that listens to the collector with this keyword begins with a full, blocking collection.</summary>
    private static async Task Collect(int process)
    {
        using var session = await Open(process);
        await session.SendAsync(Message(CollectTracing, Session()));
        var answer = new byte[28];
        await Read(session, answer);
        if (answer[16] != 0xFF || answer[17] != 0)
        {
            throw new InvalidOperationException("The runtime refused to be traced.");
        }

        var drained = Drain(session);
        await Task.Delay(Settling);
        using var stop = await Open(process);
        await stop.SendAsync(Message(StopTracing, answer[20..28]));
        await Read(stop, new byte[20]);
        await drained;
    }

    private static byte[] Session()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(16u); // megabytes of buffer
        writer.Write(1u); // nettrace
        writer.Write(false); // no rundown
        writer.Write(1u);
        writer.Write(CollectNow);
        writer.Write(4u); // informational
        Write(writer, "Microsoft-Windows-DotNETRuntime");
        Write(writer, "");
        return bytes.ToArray();
    }

    private static void Write(BinaryWriter writer, string text)
    {
        writer.Write((uint)text.Length + 1);
        writer.Write(Encoding.Unicode.GetBytes(text + '\0'));
    }

    private static byte[] Message(byte command, byte[] payload)
    {
        var message = new byte[20 + payload.Length];
        "DOTNET_IPC_V1\0"u8.CopyTo(message);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(14), (ushort)message.Length);
        (message[16], message[17]) = (EventPipe, command);
        payload.CopyTo(message, 20);
        return message;
    }

    private static async Task<Socket> Open(int process)
    {
        var path = Directory.GetFiles(Path.GetTempPath(), $"dotnet-diagnostic-{process}-*-socket").Single();
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        return socket;
    }

    private static async Task Read(Socket socket, Memory<byte> all)
    {
        while (all.Length > 0)
        {
            var read = await socket.ReceiveAsync(all);
            all = read > 0 ? all[read..] : throw new InvalidOperationException("The runtime hung up.");
        }
    }

    private static async Task Drain(Socket socket)
    {
        var rest = new byte[64 * 1024];
        while (await socket.ReceiveAsync(rest.AsMemory()) > 0)
        {
        }
    }
}
