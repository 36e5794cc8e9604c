using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Hosting;

/// <summary>The operator's page: for whoever has the token, and with nobody in it.</summary>
public sealed class DriftTests
{
    private const string Token = "et langt ord som kun driften kender";

    [Fact]
    public async Task Whoever_has_the_token_sees_how_Hub_runs_and_nobody()
    {
        var hub = await HubServer.Start(("HUB_OPERATOR_TOKEN", Token));
        var flagger = await hub.SignIn("ejendom@nordbo.example");
        await flagger.Flag(beboer: new { name = "Hemmelig Hansen" });

        using var response = await Ask(hub, Token);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Boligområder i hukommelsen", page, StringComparison.Ordinal);
        Assert.Contains(Environment.MachineName, page, StringComparison.Ordinal);
        foreach (var word in new[] { "Hemmelig", "Nordlyset", "nordbo", "Nordbo" })
        {
            Assert.DoesNotContain(word, page, StringComparison.Ordinal);
        }

        await hub.DisposeAsync();
    }

    [Fact]
    public async Task Another_token_and_none_are_refused()
    {
        var hub = await HubServer.Start(("HUB_OPERATOR_TOKEN", Token));

        foreach (var given in new[] { null, "", "et andet ord", Token + " " })
        {
            using var response = await Ask(hub, given);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        }

        await hub.DisposeAsync();
    }

    [Fact]
    public async Task An_administrator_is_no_operator_and_without_the_setting_there_is_no_such_page()
    {
        var hub = await HubServer.Start();

        Assert.Equal(404, (await (await hub.SignIn("admin@nordbo.example")).Get("/drift")).Status);
        using var response = await Ask(hub, "");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);

        await hub.DisposeAsync();
    }

    [Fact]
    public void A_token_that_can_be_guessed_is_refused_at_the_start() =>
        Assert.StartsWith("HUB_OPERATOR_TOKEN", Assert.Throws<SettingsException>(() => Program.Build(["--HUB_DEMO=true", "--HUB_OPERATOR_TOKEN=kort"])).Message, StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> Ask(HubServer hub, string? token)
    {
        using var client = hub.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/drift");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"drift:{token}")));
        return await client.SendAsync(request);
    }
}
