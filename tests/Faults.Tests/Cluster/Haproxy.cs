using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Hub.Web.Tests.Durability;

namespace Hub.Faults.Tests.Cluster;

/// <summary>The load balancer in front of the nodes. It ends when this process does: its shell waits for the end of our pipe.</summary>
internal sealed class Haproxy : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly IReadOnlyList<Uri> _nodes;
    private readonly Process _shell;

    public Haproxy(IReadOnlyList<Uri> nodes)
    {
        _nodes = nodes;
        Address = new Uri($"http://127.0.0.1:{HubProcess.FreePort()}");
        File.WriteAllText(_folder.File("haproxy.cfg"), Configuration());
        _shell = Process.Start(new ProcessStartInfo("sh", ["-c", "PATH=\"$PATH:/usr/sbin\" haproxy -db -q -f \"$1\" </dev/null & cat >/dev/null; kill -KILL $!; wait $! 2>/dev/null", "hub-haproxy", _folder.File("haproxy.cfg")])
        {
            RedirectStandardInput = true,
        })!;
    }

    public Uri Address { get; }

    /// <summary>Cuts every connection through here and takes no new one for a while.</summary>
    public async Task Cut(TimeSpan length)
    {
        await Order("disable frontend hub");
        for (var i = 0; i < _nodes.Count; i++)
        {
            await Order($"shutdown sessions server nodes/n{i}");
        }

        await Task.Delay(length);
        await Order("enable frontend hub");
    }

    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit();
        _shell.Dispose();
        _folder.Dispose();
    }

    private string Configuration() => $"""
        global
            stats socket {_folder.File("admin.sock")} mode 600 level admin
            maxconn 2000
        defaults
            mode http
            timeout connect 1s
            timeout client 60s
            timeout server 20s
            timeout tunnel 1h
            timeout check 1s
            option redispatch 1
            retries 3
        frontend hub
            bind {Address.Authority}
            default_backend nodes
        backend nodes
            balance roundrobin
            option httpchk GET /health/ready
            http-response set-header X-Node %s
            http-check send hdr Host 127.0.0.1
            default-server check inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
        {string.Join('\n', _nodes.Select((n, i) => $"    server n{i} {n.Authority}"))}

        """;

    private async Task Order(string order)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_folder.File("admin.sock")));
        await socket.SendAsync(Encoding.ASCII.GetBytes(order + "\n"));
        var answer = new byte[4096];
        while (await socket.ReceiveAsync(answer) > 0)
        {
        }
    }
}
