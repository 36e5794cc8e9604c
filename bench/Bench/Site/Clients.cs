using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Web.Tests.Architecture;

namespace Hub.Bench.Site;

/// <summary>Real SignalR clients in a Node process. It ends when our end of its pipe does.</summary>
internal sealed class Clients : IDisposable
{
    /// <summary>Each about somebody else, as in life.</summary>
    private static readonly object[] Bodies = [.. Enumerable.Range(0, 2_000).Select(FlagBody.Of)];

    private readonly Process _node = Process.Start(new ProcessStartInfo("node", ["bench.mjs"])
    {
        WorkingDirectory = Path.Combine(Repository.Root, "tests", "live-client"),
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>Connects and watches; the watches are shared out among them.</summary>
    public Task Connect(Uri server, int count, IReadOnlyList<Watching> watches) => Do(new
    {
        @do = "connect",
        url = server.OriginalString,
        watches = Enumerable.Range(0, count).Select(i => watches[i % watches.Count]),
    });

    /// <summary>One flag after the other, each until the last client has been told; milliseconds.</summary>
    public async Task<IReadOnlyList<double>> Flag(Uri server, string token, Guid omraadeId, TimeSpan length) => Numbers((await Do(new
    {
        @do = "flags",
        url = server.OriginalString,
        token,
        omraadeId,
        bodies = Bodies,
        seconds = length.TotalSeconds,
    }))["ms"]!);

    public Task Drop() => Do(new { @do = "drop" });

    public async Task<IReadOnlyList<CaughtUp>> CatchUp() => (await Do(new { @do = "catchUp" }))["clients"].Deserialize<List<CaughtUp>>(JsonSerializerOptions.Web)!;

    public Task Close() => Do(new { @do = "close" });

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private async Task<JsonNode> Do(object command)
    {
        await _node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command, JsonSerializerOptions.Web));
        var answer = JsonNode.Parse(await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The clients ended early."))!;
        return answer["error"] is { } error ? throw new InvalidOperationException(error.ToString()) : answer;
    }

    private static List<double> Numbers(JsonNode array) => array.Deserialize<List<double>>()!;
}

/// <summary>Who watches what, and from where on.</summary>
internal sealed record Watching(string Token, Guid OmraadeId, string Epoch, long Seq);

/// <summary>How one client came back.</summary>
/// <param name="Ms">From the first try to connect until nothing was missing.</param>
/// <param name="Bytes">Everything that came over its socket.</param>
/// <param name="Changes">How many changes it was told.</param>
/// <param name="Missed">How many it had missed.</param>
internal sealed record CaughtUp(double Ms, long Bytes, int Changes, long Missed);
