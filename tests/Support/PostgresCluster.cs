using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Hub.Tests.Support;

/// <summary>
/// A PostgreSQL server of this test run alone, in a temp folder, on the loopback. Started by the first test that needs it;
/// it ends when this process does, however that happens: its shell waits for the end of our pipe.
/// </summary>
public sealed class PostgresCluster
{
    private const string RunUntilPipeEnds = """
        trap '' INT
        bin=$1 dir=$2 port=$3 fsync=$4
        serve() {
            "$bin/postgres" -D "$dir/data" -c listen_addresses=127.0.0.1 -c port="$port" -c unix_socket_directories= -c fsync="$fsync" -c max_connections=300 </dev/null &
        }
        "$bin/initdb" --pgdata "$dir/data" --auth trust --username postgres --encoding UTF8 --locale C --no-sync >/dev/null || exit 1
        serve
        while read -r restart; do
            kill -INT $!
            wait $!
            serve
        done
        kill -QUIT $!
        wait $!
        rm -rf "$dir"
        """;

    private static readonly Lazy<Task<PostgresCluster>> Started = new(() => Start());

    // Kept: the server lives as long as our end of its pipe.
    private readonly Process shell;

    private readonly Channel<bool> ready = Channel.CreateUnbounded<bool>();

    private PostgresCluster(Process shell, int port) => (this.shell, Port) = (shell, port);

    public static Task<PostgresCluster> Shared => Started.Value;

    public int Port { get; }

    /// <summary>The address of a database as a login without a password would give it.</summary>
    public string Address(string login, string database) => $"postgres://{login}@127.0.0.1:{Port}/{database}";

    /// <summary>A server for one test alone, which may end and restart it.</summary>
    /// <param name="fsync">Whether a commit waits for the disk, as where it counts.</param>
    public static async Task<PostgresCluster> Start(bool fsync = false)
    {
        var port = FreePort();
        var cluster = new PostgresCluster(Process.Start(StartInfo(FindBinaries(), port, fsync))!, port);
        var said = cluster.Read();
        if (!await cluster.ready.Reader.WaitToReadAsync())
            throw new InvalidOperationException("PostgreSQL did not start:\n" + await said);
        await cluster.ready.Reader.ReadAsync();
        return cluster;
    }

    /// <summary>Ends all connections and the server, starts it again and waits until it serves.</summary>
    public async Task Restart()
    {
        await shell.StandardInput.WriteLineAsync("restart");
        await shell.StandardInput.FlushAsync();
        await ready.Reader.ReadAsync();
    }

    public void Stop() => shell.StandardInput.Close();

    /// <summary>Notes when the server serves; what it said first, should it end.</summary>
    private async Task<string> Read()
    {
        var first = new List<string>();
        while (await shell.StandardError.ReadLineAsync() is { } line)
        {
            if (first.Count < 100)
                first.Add(line);
            if (line.Contains("ready to accept connections", StringComparison.Ordinal))
                ready.Writer.TryWrite(true);
        }

        ready.Writer.TryComplete();
        return string.Join('\n', first);
    }

    private static ProcessStartInfo StartInfo(string binaries, int port, bool fsync)
    {
        var folder = Directory.CreateTempSubdirectory("hub-postgres-").FullName;
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardError = true, WorkingDirectory = folder };
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            using (var chown = Process.Start("chown", ["postgres", folder]))
                chown.WaitForExit();
            start.FileName = "runuser";
            foreach (var argument in (string[])["-u", "postgres", "--"])
                start.ArgumentList.Add(argument);
            start.ArgumentList.Add("sh");
        }
        else
        {
            start.FileName = "sh";
        }

        foreach (var argument in (string[])["-c", RunUntilPipeEnds, "hub-postgres", binaries, folder, $"{port}", fsync ? "on" : "off"])
            start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>Where the server's programs are.</summary>
    public static string FindBinaries()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderByDescending(d => d, StringComparer.Ordinal) : Enumerable.Empty<string>();
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return versions.Select(v => Path.Combine(v, "bin")).Concat(path).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")))
            ?? throw new InvalidOperationException("These tests need PostgreSQL. Run ./hub test, which installs it or says what to install.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
