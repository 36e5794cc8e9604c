using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hub.Web.Tests.Durability;

/// <summary>Hub in a process of its own, so that it can be killed as the machine would.</summary>
internal sealed class HubProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private HubProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts Hub on a folder and waits until it is ready.</summary>
    public static async Task<HubProcess> Start(string folder, string database, string key)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var info = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None"])
        {
            Environment =
            {
                ["HUB_DATA"] = folder, ["HUB_DATABASE"] = database, ["HUB_TENANT_KEY"] = key, ["HUB_URLS"] = address.OriginalString, ["HUB_DEMO"] = "true",
            },
        };
        var hub = new HubProcess(Process.Start(info)!, address);
        await hub.WhenReady();
        return hub;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
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

        throw new InvalidOperationException("Hub did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
