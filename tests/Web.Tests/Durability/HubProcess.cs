using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hub.Web.Tests.Durability;

/// <summary>Hub in a process of its own, so that it can be killed as the machine would.</summary>
internal sealed class HubProcess : IDisposable
{
    private const int LinesKept = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private HubProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        // Whoever is told to stop in the middle leaves nobody behind.
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Starts Hub on a folder and waits until it is ready.</summary>
    public static Task<HubProcess> Start(string folder, string database, string key, Uri? address = null, params (string Name, string Value)[] settings) =>
        Start(typeof(Program).Assembly.Location, folder, database, key, address, settings);

    /// <summary>The same of another build.</summary>
    public static async Task<HubProcess> Start(string program, string folder, string database, string key, Uri? address, (string Name, string Value)[] settings)
    {
        address ??= new Uri($"http://127.0.0.1:{FreePort()}");
        var info = new ProcessStartInfo("dotnet", [program, "--Logging:Console:LogLevel:Default=Warning"])
        {
            Environment =
            {
                ["HUB_DATA"] = folder, ["HUB_DATABASE"] = database, ["HUB_TENANT_KEY"] = key, ["HUB_URLS"] = address.OriginalString, ["HUB_DEMO"] = "true",
            },
        };
        foreach (var (name, value) in settings)
        {
            info.Environment[name] = value;
        }

        return await Start(info, address);
    }

    /// <summary>The same of a process that is started in another way.</summary>
    public static async Task<HubProcess> Start(ProcessStartInfo info, Uri address)
    {
        (info.RedirectStandardOutput, info.RedirectStandardError) = (true, true);
        var hub = new HubProcess(Process.Start(info)!, address);
        try
        {
            await hub.WhenReady();
            return hub;
        }
        catch
        {
            hub.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: the process is to end in good order.</summary>
    public Task Terminate() => Signal("TERM");

    /// <summary>SIGSTOP: as a machine that is out of breath.</summary>
    public Task Freeze() => Signal("STOP");

    public Task Thaw() => Signal("CONT");

    /// <summary>Waits until the process has ended by itself; its exit code.</summary>
    public async Task<int> Exit()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void OnExit(object? sender, EventArgs e) => Dispose();

    /// <summary>The last of what it says, for when it does not come up.</summary>
    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } said)
        {
            _said.Enqueue(said);
        }

        while (_said.Count > LinesKept)
        {
            _said.TryDequeue(out _);
        }
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private async Task WhenReady()
    {
        using var client = new HttpClient { BaseAddress = Address };
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < Patience && !_process.HasExited)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(100);
        }

        var what = _process.HasExited ? $"ended with {_process.ExitCode} before it was ready" : $"was not ready within {Patience.TotalMinutes} minutes";
        throw new InvalidOperationException($"Hub {what}. It said:\n{string.Join('\n', _said)}");
    }
}
