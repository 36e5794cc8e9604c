using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Web.Demo;

namespace Hub.Web.Tests.Server;

/// <summary>One person in front of the API.</summary>
public sealed class Session(HubServer server, HttpClient client)
{
    public static readonly Guid Nordlyset = DemoIds.Omraade("Nordlyset");
    public static readonly Guid Havnegaarden = DemoIds.Omraade("Havnegården");
    public static readonly Guid Soenderparken = DemoIds.Omraade("Sønderparken");

    public HubServer Server => server;

    public HttpClient Client => client;

    public static string In(Guid omraade, string path) => $"/api/v1/omraader/{omraade}/{path}";

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path, null);

    /// <summary>A write with a fresh Idempotency-Key unless one is given.</summary>
    public Task<Reply> Post(string path, object? body = null, Guid? key = null, string? ifMatch = null) =>
        Write(HttpMethod.Post, path, body, key, ifMatch);

    public Task<Reply> Put(string path, object? body = null, Guid? key = null) => Write(HttpMethod.Put, path, body, key, null);

    public Task<Reply> Delete(string path, Guid? key = null) => Write(HttpMethod.Delete, path, null, key, null);

    /// <summary>A body exactly as written, with the headers given and no others.</summary>
    public Task<Reply> PostRaw(string path, string body, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return Send(HttpMethod.Post, path, content, headers);
    }

    /// <summary>Raises a worry in Nordlyset and returns its case.</summary>
    public async Task<Guid> Flag(string category = "mistrivsel", object? beboer = null, object? legalBasis = null) =>
        (await Post(In(Nordlyset, "flags"), new { category, description = "Gardinerne er nede hele dagen.", beboer, legalBasis })).Id("caseId");

    /// <summary>Writes down that somebody rang, for the writer's own office.</summary>
    public Task<Reply> Note(Guid c, string text) =>
        Post(In(Nordlyset, $"cases/{c}/notes"), new { text, audience = "eget", kind = "opkald" });

    public static string NewKey() => Guid.NewGuid().ToString();

    private Task<Reply> Write(HttpMethod method, string path, object? body, Guid? key, string? ifMatch)
    {
        var content = body is null ? null : new StringContent(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        var headers = new List<(string, string)> { ("Idempotency-Key", (key ?? Guid.NewGuid()).ToString()) };
        if (ifMatch is not null)
        {
            headers.Add(("If-Match", ifMatch));
        }

        return Send(method, path, content, [.. headers]);
    }

    private async Task<Reply> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        return new Reply(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType,
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value)));
    }
}

/// <summary>What the server said.</summary>
public sealed record Reply(int Status, string Body, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Code => Json["code"]?.GetValue<string>();

    public Guid Id(string name) => Json[name]!.GetValue<Guid>();

    public long Seq => Json["seq"]!.GetValue<long>();

    /// <summary>The code that a field was refused with.</summary>
    public string? Error(string field) => Json["errors"]?[field]?[0]?.GetValue<string>();
}
