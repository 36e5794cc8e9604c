using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Web.Tests.Architecture;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>A client on a certified library.</summary>
internal sealed class OidcClient
{
    private readonly OidcClients process;
    private readonly string name;

    private OidcClient(OidcClients process, string name, JsonNode metadata) => (this.process, this.name, Metadata) = (process, name, metadata);

    /// <summary>One that has read what the issuer says about itself.</summary>
    public static async Task<OidcClient> Open(OidcClients process, Uri issuer, Registered client)
    {
        var name = Guid.NewGuid().ToString();
        var read = await process.Do(new { @do = "discover", client = name, issuer = issuer.AbsoluteUri, clientId = client.Id, secret = client.Secret });
        return new OidcClient(process, name, read.Answer);
    }

    /// <summary>What the issuer says about itself.</summary>
    public JsonNode Metadata { get; }

    public Task<Said> Credentials(params string[] scopes) => process.Do(new { client = name, @do = "credentials", scope = Scope(scopes) });

    /// <summary>Where to send the person, and the state by which the rest is found again.</summary>
    /// <param name="redirect">Where the person is to come back to.</param>
    /// <param name="scopes">What is asked for.</param>
    /// <param name="with">Parameters besides, or in the place of, what belongs there.</param>
    /// <param name="without">Parameters that are left out.</param>
    public async Task<Trip> Begin(string redirect, string[] scopes, object? with = null, params string[] without)
    {
        var begun = (await process.Do(new { client = name, @do = "begin", redirect, scope = Scope(scopes), with = with ?? new { }, without })).Answer;
        return new Trip(begun["url"]!.GetValue<string>(), begun["state"]!.GetValue<string>());
    }

    /// <summary>Takes the code of the address that the person came back to, to the token endpoint.</summary>
    public Task<Said> Finish(Trip trip, string url, string? verifier = null, string? redirect = null) =>
        process.Do(new { client = name, @do = "finish", url, state = trip.State, verifier, redirect });

    public Task<Said> Refresh(string token) => process.Do(new { client = name, @do = "refresh", token });

    public Task<Said> Revoke(string token) => process.Do(new { client = name, @do = "revoke", token });

    public Task<Said> Introspect(string token) => process.Do(new { client = name, @do = "introspect", token });

    private static string? Scope(string[] scopes) => scopes.Length == 0 ? null : string.Join(' ', scopes);
}

/// <summary>The process in which the clients run (tests/oidc-client).</summary>
internal sealed class OidcClients : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process node;

    private OidcClients(Process node) => this.node = node;

    public static OidcClients Start()
    {
        var folder = Path.Combine(Repository.Root, "tests", "oidc-client");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException("The OpenID client is not installed. Run ./hub test, which does it.");
        }

        var start = new ProcessStartInfo("node", "client.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clients = new OidcClients(Process.Start(start)!);
        clients.node.ErrorDataReceived += (_, _) => { };
        clients.node.BeginErrorReadLine();
        return clients;
    }

    public async Task<Said> Do(object line)
    {
        await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(line));
        using var patience = new CancellationTokenSource(Patience);
        var said = JsonNode.Parse(await node.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The OpenID clients have stopped."))!;
        return new Said(said["ok"]!.GetValue<bool>(), said["answer"]!, said["error"]?.GetValue<string>());
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }
}

/// <summary>What a client is known by.</summary>
internal sealed record Registered(string Id, string? Secret);

/// <summary>A person on the way to the issuer.</summary>
internal sealed record Trip(string Url, string State);

/// <summary>What the issuer said to a client.</summary>
internal sealed record Said(bool Ok, JsonNode Answer, string? Error)
{
    public string Access => Text("access_token");

    public string Refresh => Text("refresh_token");

    /// <summary>What the access token is good for; the answer leaves out what is just what was asked.</summary>
    public string[] Scopes => Claims["scope"]!.GetValue<string>().Split(' ');

    /// <summary>What stands in the access token.</summary>
    public JsonNode Claims => JsonNode.Parse(Base64UrlEncoder.Decode(Access.Split('.')[1]))!;

    private string Text(string name) => Ok ? Answer[name]!.GetValue<string>() : throw new InvalidOperationException($"Refused: {Error}");
}
