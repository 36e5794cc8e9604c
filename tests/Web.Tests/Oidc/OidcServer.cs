using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Web.Tests.Architecture;

namespace Hub.Web.Tests.Oidc;

/// <summary>A certified OpenID provider in a process of its own (tests/oidc-server).</summary>
internal sealed class OidcServer : IAsyncDisposable
{
    public const string Betydelig = "https://data.gov.dk/concept/core/nsis/loa/Substantial";
    public const string Audience = "urn:hub";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process node;
    private readonly HttpClient http = new();

    private OidcServer(Process node) => this.node = node;

    public Uri Issuer { get; private set; } = null!;

    /// <param name="hub">Where Hub is, or will be.</param>
    public static async Task<OidcServer> Start(Uri? hub = null)
    {
        var folder = Path.Combine(Repository.Root, "tests", "oidc-server");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException("The OpenID provider is not installed. Run ./hub test, which does it.");
        }

        var start = new ProcessStartInfo("node", ["server.mjs", new Uri(hub ?? new Uri("http://localhost"), "/login/svar").AbsoluteUri])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = new OidcServer(Process.Start(start)!);
        server.node.ErrorDataReceived += (_, _) => { };
        server.node.BeginErrorReadLine();
        server.Issuer = new Uri($"http://127.0.0.1:{(await server.Hear("listening"))["port"]}");
        return server;
    }

    /// <summary>A token for a system: robot, sure (tells an assurance level), late (has run out) or long (lives a day).</summary>
    public async Task<string> Token(string system, string scope, string audience = Audience)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Issuer, "/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["resource"] = audience, ["scope"] = scope }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{system}:secret+of+a+system")));
        using var response = await http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
    }

    /// <summary>The keys that it shows to everybody.</summary>
    public async Task<JsonNode> PublicKeys() => JsonNode.Parse(await http.GetStringAsync(new Uri(Issuer, "/jwks")))!;

    /// <summary>Takes all its keys out of use and others into it.</summary>
    public Task Rotate() => Tell(new { @do = "rotate" });

    /// <summary>Whom it signs in from now on, without asking them.</summary>
    public Task Person(string sub, string email, bool verified = true, string? acr = null, params string[] amr) =>
        Tell(new { @do = "person", sub, email, verified, acr, amr });

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private async Task Tell(object line)
    {
        await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(line));
        await Hear("done");
    }

    private async Task<JsonNode> Hear(string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await node.StandardOutput.ReadLineAsync(patience.Token) is { } text)
        {
            if (text.StartsWith('{') && JsonNode.Parse(text) is { } line && line["event"]!.GetValue<string>() == what)
            {
                return line;
            }
        }

        throw new InvalidOperationException("The OpenID provider has stopped.");
    }
}
