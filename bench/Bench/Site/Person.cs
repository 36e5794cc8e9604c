using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hub.Bench.Site;

/// <summary>Somebody who is signed in and sends.</summary>
internal sealed class Person : IDisposable
{
    private readonly HttpClient _http;

    private Person(HttpClient http, string token) => (_http, Token) = (http, token);

    public string Token { get; }

    public static async Task<Person> SignIn(Uri hub, string role)
    {
        var http = NewClient(hub);
        using var answer = await http.PostAsJsonAsync("/api/v1/login", new { email = $"{role}@nordbo.example", password = "Hub-demo-2026!" });
        answer.EnsureSuccessStatusCode();
        return new Person(http, JsonDocument.Parse(await answer.Content.ReadAsStreamAsync()).RootElement.GetProperty("accessToken").GetString()!);
    }

    /// <summary>At the floor everybody is nobody, with a token of the same length.</summary>
    public static Person Anyone(Uri floor) => new(NewClient(floor), new string('x', 1000));

    /// <summary>Raises a worry; its case.</summary>
    public Task<JsonElement> Flag(Guid omraade, int n) => Post($"/api/v1/omraader/{omraade}/flags", FlagBody.Of(n), HttpStatusCode.Created);

    public Task<JsonElement> Note(Guid omraade, Guid sag) => Post(
        $"/api/v1/omraader/{omraade}/cases/{sag}/notes", new { text = "Talte med naboen, som så beboeren i går.", audience = "sagen", kind = "opkald" }, HttpStatusCode.OK);

    public async Task<JsonElement> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, HttpStatusCode.OK);
    }

    /// <summary>Where a watch goes on from.</summary>
    public async Task<Watching> WatchFrom(Guid omraade)
    {
        var workspace = await Get($"/api/v1/omraader/{omraade}/workspace");
        return new Watching(Token, omraade, workspace.GetProperty("epoch").GetString()!, workspace.GetProperty("seq").GetInt64());
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient NewClient(Uri server) => new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server };

    private async Task<JsonElement> Post(string path, object body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await Send(request, expected);
    }

    private async Task<JsonElement> Send(HttpRequestMessage request, HttpStatusCode expected)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == expected
            ? JsonDocument.Parse(body).RootElement
            : throw new InvalidOperationException($"{request.RequestUri} was answered {(int)answer.StatusCode} {body}");
    }
}
