using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Durability;

/// <summary>A person who raises one flag after the other, on several lines at once, and keeps every answer.</summary>
internal sealed class FlagStream
{
    private const int Lines = 8;

    private readonly ConcurrentDictionary<Guid, string?> _answers = new();

    public IReadOnlyCollection<Guid> Sent => [.. _answers.Keys];

    public IReadOnlyDictionary<Guid, string> Acknowledged => _answers.Where(a => a.Value is not null).ToDictionary(a => a.Key, a => a.Value!);

    /// <summary>Sends until the connection breaks; <paramref name="then"/> is called once <paramref name="enough"/> have been acknowledged.</summary>
    public async Task SendUntilBroken(Uri address, int enough, Func<Task> then)
    {
        using var client = await SignIn(address);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = Task.WhenAll(Enumerable.Range(0, Lines).Select(_ => SendLine(client, () => { if (Acknowledged.Count >= enough) reached.TrySetResult(); })));
        await Task.WhenAny(reached.Task, lines);
        await then();
        await lines;
    }

    /// <summary>Sends the same flag again, as a client does that has not heard back.</summary>
    public static async Task<string> Repeat(HttpClient client, Guid key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Session.In(Session.Nordlyset, "flags"))
        {
            Headers = { { "Idempotency-Key", key.ToString() } },
            Content = JsonContent.Create(new { category = "mistrivsel", description = Description(key) }),
        };
        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            throw new HttpRequestException($"Turned away until {response.Headers.RetryAfter}.", null, response.StatusCode);
        }

        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"A flag was refused: {answer}");
    }

    /// <summary>A text that only this flag has, in letters: digits in a row might look like a CPR number.</summary>
    public static string Description(Guid key) => "Gardinerne er nede, " + string.Concat(key.ToByteArray().SelectMany(b => new[] { (char)('a' + (b >> 4)), (char)('a' + (b & 15)) }));

    public static async Task<HttpClient> SignIn(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        using var response = await client.PostAsJsonAsync("/api/v1/login", new { email = "ejendom@nordbo.example", password = HubServer.Password });
        var tokens = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens["accessToken"]!.GetValue<string>());
        return client;
    }

    private async Task SendLine(HttpClient client, Action acknowledged)
    {
        try
        {
            while (true)
            {
                var key = Guid.NewGuid();
                _answers[key] = null;
                _answers[key] = await Repeat(client, key);
                acknowledged();
            }
        }
        catch (HttpRequestException)
        {
            // the server is gone, or about to go
        }
    }
}
