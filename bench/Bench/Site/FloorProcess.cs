using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Hub.Bench.Site;

/// <summary>The floor in a process of its own.</summary>
internal sealed class FloorProcess : IDisposable
{
    private readonly Process _process;

    private FloorProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public Uri Address { get; }

    /// <param name="program">The published assembly.</param>
    /// <param name="database">A connection string.</param>
    /// <param name="bytes">How much it writes for a flag.</param>
    public static async Task<FloorProcess> Start(string program, string database, int bytes)
    {
        var address = FreeAddress.Of();
        var floor = new FloorProcess(
            Process.Start(new ProcessStartInfo("dotnet", [program])
            {
                Environment =
                {
                    ["FLOOR_DATABASE"] = database, ["FLOOR_BYTES"] = bytes.ToString(CultureInfo.InvariantCulture), ["FLOOR_URL"] = address.GetLeftPart(UriPartial.Authority),
                },
            })!,
            new Uri(address.GetLeftPart(UriPartial.Authority)));
        await floor.WhenReady();
        return floor;
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

    private void OnExit(object? sender, EventArgs e) => Dispose();

    private async Task WhenReady()
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (!_process.HasExited)
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

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The floor did not start.");
    }
}
