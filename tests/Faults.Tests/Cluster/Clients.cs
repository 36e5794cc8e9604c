using System.Diagnostics;
using System.Text.Json;
using Hub.Contracts;
using Hub.Faults.Tests.Checking;
using Hub.Web.Demo;
using Hub.Web.Tests.Architecture;

namespace Hub.Faults.Tests.Cluster;

/// <summary>The people of a run, in a Node process: those who work and those who watch.</summary>
internal sealed class Clients : IDisposable
{
    private static readonly (string Role, string Tenant, Kontor Kontor)[] Roles =
    [
        ("ejendom", "nordbo", Kontor.Ejendomskontor), ("boligsocial", "nordbo", Kontor.BoligsocialtKontor), ("bestyrelse", "nordbo", Kontor.Bestyrelseskontor),
        ("ejendom", "sydbo", Kontor.Ejendomskontor), ("boligsocial", "sydbo", Kontor.BoligsocialtKontor),
    ];

    private readonly Process _node;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    public Clients(Uri site, int pace, string program = "faults.mjs")
    {
        var people = new[] { "Nordlyset", "Havnegården", "Sønderparken" }
            .SelectMany(o => Roles.Where(r => r.Tenant == "sydbo" == (o == "Sønderparken")).Select(r => new { email = Email(r), omraadeId = DemoIds.Omraade(o) }))
            .ToList();
        Watchers = people.Count;
        var settings = new
        {
            url = site.OriginalString,
            password = "Hub-demo-2026!",
            pace,
            senders = people,
            watchers = people,
            forbidden = Planted,
        };
        _node = Process.Start(new ProcessStartInfo("node", [program, JsonSerializer.Serialize(settings)])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "live-client"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _reading = Read();
    }

    /// <summary>A name, an address and a text: in no push, and in nothing that a board loads.</summary>
    public static IReadOnlyList<string> Planted { get; } = ["Ingelise Fyrvang", "Tjørnekrattet 101, 1. th", "Musikken spiller om natten"];

    public static IReadOnlyList<Someone> People { get; } =
        [.. Roles.Select(r => new Someone(Email(r), DemoIds.User(Email(r)), DemoIds.Tenant(r.Tenant), r.Kontor))];

    public int Watchers { get; }

    public History History { get; } = new();

    /// <summary>Everybody has signed in and watches.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Nobody sends any more; returns once every command is answered and every watcher has come to where the log stands.</summary>
    /// <param name="line">What is said to them.</param>
    public async Task End(string line = "")
    {
        await _node.StandardInput.WriteLineAsync(line);
        await _reading;
        await _node.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_node.HasExited)
        {
            _node.Kill();
        }

        _node.Dispose();
    }

    private static string Email((string Role, string Tenant, Kontor) person) => $"{person.Role}@{person.Tenant}.example";

    private async Task Read()
    {
        while (await _node.StandardOutput.ReadLineAsync() is { } line)
        {
            History.Add(line);
            if (line == """{"does":"ready"}""")
            {
                _ready.SetResult();
            }
        }

        _ready.TrySetException(new InvalidOperationException("The clients ended early."));
    }
}
