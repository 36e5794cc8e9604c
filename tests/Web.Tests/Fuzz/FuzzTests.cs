using System.Globalization;
using System.Text;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.AspNetCore.Routing;
using static Hub.Web.Hosting.Server;

namespace Hub.Web.Tests.Fuzz;

/// <summary>
/// Every endpoint is sent what nobody should send, by everybody. The shots are the same on every run; HUB_FUZZ_ROUNDS makes
/// more of them, HUB_FUZZ_SEED others.
/// </summary>
public sealed class FuzzTests(HubServer hub) : IClassFixture<HubServer>
{
    private static readonly int Rounds = Setting("HUB_FUZZ_ROUNDS", 1);
    private static readonly int Seed = Setting("HUB_FUZZ_SEED", 2026);

    /// <summary>Whose sign-in may end on the way, so it comes last.</summary>
    private static bool IsOwnAccount(RouteEndpoint endpoint) =>
        endpoint.Address().StartsWith("/profil", StringComparison.Ordinal) || endpoint.Address().StartsWith("/log", StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_that_is_sent_brings_the_server_down_or_tells_what_it_should_not()
    {
        var planted = await Planted.In(hub);
        var endpoints = Served.Of(hub).OrderBy(IsOwnAccount).ThenBy(e => e.Address(), StringComparer.Ordinal).ThenBy(e => string.Join(',', e.Methods()), StringComparer.Ordinal).ToList();
        var wrong = new List<string>();
        foreach (var role in (string?[])[null, "ejendom", "ejendomsleder", "bestyrelse", "dpo", "admin"])
        {
            var forbidden = role == "dpo" ? Planted.Foreign : [.. Planted.Foreign, .. Planted.Sealed];
            var (client, token) = await Client(role);
            var gun = new Gun(new Random(Seed ^ (role?.Length ?? 0)), planted.Ids, token);
            foreach (var endpoint in endpoints.SelectMany(e => Enumerable.Repeat(e, Rounds)))
            {
                wrong.AddRange(await Shoot(client, gun.Aim(endpoint), $"{role ?? "nobody"} at {endpoint.Address()}", forbidden));
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong answers\n{string.Join('\n', wrong.Take(40))}");
        Assert.Equal(200, (await hub.Anonymous().Get("/health/ready")).Status);
    }

    private async Task<(HttpClient Client, (string, string)? Token)> Client(string? role)
    {
        if (role is null)
        {
            return (hub.NewClient(), null);
        }

        var browser = await Browser.SignIn(hub, $"{role}@nordbo.example");
        return (browser.Client, await browser.FormToken());
    }

    private async Task<IReadOnlyList<string>> Shoot(HttpClient client, HttpRequestMessage request, string who, IReadOnlyList<string> forbidden)
    {
        using (request)
        {
            request.RequestUri = new Uri(
                hub.Address.GetLeftPart(UriPartial.Authority) + request.RequestUri!.PathAndQuery, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            var sent = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync());
            return [.. (await Wrong(client, request, forbidden)).Select(w => $"{who}: {w}\n  {request.Method} {Short(request.RequestUri.OriginalString)} {request.Content?.Headers.ContentType} {Short(sent)}")];
        }
    }

    private static async Task<IReadOnlyList<string>> Wrong(HttpClient client, HttpRequestMessage request, IReadOnlyList<string> forbidden)
    {
        // The server hangs up on who goes on sending after it has refused; the next shot must not share that connection.
        request.Headers.ConnectionClose = request.Content?.Headers.ContentLength > MostBodyBytes;
        try
        {
            using var response = await client.SendAsync(request);
            return [.. Verdict.On(request, response, await response.Content.ReadAsStringAsync(), forbidden)];
        }
        catch (HttpRequestException) when (request.Content?.Headers.ContentLength > MostBodyBytes)
        {
            return [];
        }
        catch (HttpRequestException e)
        {
            return [e.GetBaseException().Message];
        }
    }

    private static string Short(string text) => text.Length > 300 ? text[..300] + "…" : text;

    private static int Setting(string name, int unset) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : unset;
}
