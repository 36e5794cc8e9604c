using System.Net;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Hosting;

public sealed class RateLimitTests
{
    [Fact]
    public async Task One_person_who_calls_too_often_waits_and_a_colleague_at_the_same_address_does_not()
    {
        var hub = await HubServer.Start(("HUB_RATE_LIMITS", "default"));
        var (busy, calm) = (await hub.SignIn("ejendom@nordbo.example"), await hub.SignIn("boligsocial@nordbo.example"));

        var answers = new List<HttpStatusCode>();
        while (answers.Count < 2000 && !answers.Contains(HttpStatusCode.TooManyRequests))
        {
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ask(busy))));
        }

        Assert.True(answers.Count > 600, $"refused after {answers.Count} calls");
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.OK, await Ask(calm));

        await hub.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/v1/login")]
    [InlineData("/api/v1/login/")]
    public async Task Attempts_to_sign_in_are_counted_however_the_address_is_written(string path)
    {
        var hub = await HubServer.Start(("HUB_RATE_LIMITS", "default"));
        var somebody = hub.Anonymous();

        var answers = new List<int>();
        while (answers.Count < 60 && !answers.Contains(429))
        {
            answers.Add((await somebody.PostRaw(path, "{}")).Status);
        }

        Assert.Contains(429, answers);

        await hub.DisposeAsync();
    }

    private static async Task<HttpStatusCode> Ask(Session person)
    {
        using var response = await person.Client.GetAsync("/api/v1/me");
        return response.StatusCode;
    }
}
