using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Hub.Web.Tests.Architecture;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Live;

/// <summary>The real SignalR client, in a Node process of its own.</summary>
internal sealed class LiveClients : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Channel<JsonNode>> _events = new();
    private readonly HubServer _server;
    private readonly Process _node;
    private readonly Task _reading;

    public LiveClients(HubServer server)
    {
        _server = server;
        _node = Process.Start(new ProcessStartInfo("node", "driver.mjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _reading = Read();
    }

    /// <summary>Where the Node programs are.</summary>
    public static string Folder
    {
        get
        {
            var folder = Path.Combine(Repository.Root, "tests", "live-client");
            return Directory.Exists(Path.Combine(folder, "node_modules"))
                ? folder
                : throw new InvalidOperationException("The live client is not installed. Run ./hub test, which does it.");
        }
    }

    /// <summary>Signs a demo user in and connects.</summary>
    public async Task<LiveClient> Connect(string email, bool tokenInUrl = false) => await Connect(await _server.SignIn(email), email, tokenInUrl);

    /// <summary>Connects somebody who has a token.</summary>
    public async Task<LiveClient> Connect(Session person, string name, bool tokenInUrl = false)
    {
        var id = $"{name} {Guid.NewGuid():N}";
        var events = _events.GetOrAdd(id, _ => Channel.CreateUnbounded<JsonNode>());
        var client = new LiveClient(this, id, events.Reader, person);
        var token = person.Client.DefaultRequestHeaders.Authorization!.Parameter;
        await Tell(new { @do = "connect", id, url = _server.Address.OriginalString.TrimEnd('/'), token, tokenInUrl });
        await client.Next("connected");
        return client;
    }

    public Task Tell(object command) => _node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command));

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _reading;
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    private async Task Read()
    {
        while (await _node.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonNode.Parse(line)!;
            _events.GetOrAdd(said["id"]!.GetValue<string>(), _ => Channel.CreateUnbounded<JsonNode>()).Writer.TryWrite(said);
        }
    }
}

/// <summary>One connection of a demo user, and the same user at the API.</summary>
internal sealed class LiveClient(LiveClients node, string id, ChannelReader<JsonNode> events, Session person)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Session Person => person;

    /// <summary>Watches from where the person's workspace stands now.</summary>
    public async Task<(string Epoch, long Seq)> Watch(Guid omraade)
    {
        var workspace = (await person.Get(Session.In(omraade, "workspace"))).Json;
        var (epoch, seq) = (workspace["epoch"]!.GetValue<string>(), workspace["seq"]!.GetValue<long>());
        await Watch(omraade, epoch, seq);
        return (epoch, seq);
    }

    public async Task<JsonNode> Watch(Guid omraade, string epoch, long afterSeq)
    {
        await node.Tell(new { @do = "watch", id, omraadeId = omraade, epoch, afterSeq });
        return await Next("watched");
    }

    /// <summary>What the server says to a watch that it refuses.</summary>
    public async Task<string> Refused(Guid omraade)
    {
        await node.Tell(new { @do = "watch", id, omraadeId = omraade, epoch = "", afterSeq = 0 });
        return (await Next("refused"))["error"]!.GetValue<string>();
    }

    public async Task Unwatch(Guid omraade)
    {
        await node.Tell(new { @do = "unwatch", id, omraadeId = omraade });
        await Next("unwatched");
    }

    /// <summary>Ends the connection without a goodbye.</summary>
    public async Task Cut()
    {
        await node.Tell(new { @do = "cut", id });
        await Next("closed");
    }

    public async Task<IReadOnlyList<string>> Find(params string[] texts)
    {
        await node.Tell(new { @do = "find", id, texts });
        return (await Next("found"))["texts"]!.AsArray().Select(t => t!.GetValue<string>()).ToList();
    }

    /// <summary>The data of the next event of a kind; others before it are passed over.</summary>
    public async Task<JsonNode> Next(string kind)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var said = await events.ReadAsync(patience.Token);
            if (said["event"]!.GetValue<string>() == kind)
            {
                return said["data"] ?? new JsonObject();
            }
        }
    }

    /// <summary>The seqs of the changes up to one.</summary>
    public async Task<IReadOnlyList<long>> Until(long seq)
    {
        var seqs = new List<long>();
        do
        {
            seqs.Add((await Next("changed"))["seq"]!.GetValue<long>());
        }
        while (seqs[^1] < seq);
        return seqs;
    }

    /// <summary>The kinds of everything said so far that nobody has asked for.</summary>
    public IReadOnlyList<string> Rest()
    {
        var rest = new List<string>();
        while (events.TryRead(out var said))
        {
            rest.Add(said["event"]!.GetValue<string>());
        }

        return rest;
    }
}
