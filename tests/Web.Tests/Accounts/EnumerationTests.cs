using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Hub.Web.Accounts;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Accounts;

/// <summary>Whether there is an account is told by no answer, and by no work: the hashes are counted, not the milliseconds.</summary>
public sealed partial class EnumerationTests(HubServer hub) : IClassFixture<HubServer>
{
    [Fact]
    public async Task An_account_and_none_cost_as_many_hashes_and_answer_the_same_until_locked_and_while_locked()
    {
        await hub.SignIn("ejendom@nordbo.example");
        var (known, unknown) = (await Attempts("leder@nordbo.example"), await Attempts("ingen@nordbo.example"));

        Assert.Equal([1, 1, 1, 1, 1, 0, 0], known.Select(a => a.Hashes));
        Assert.Equal(known, unknown);
    }

    [Fact]
    public async Task The_page_says_the_same_too()
    {
        var (known, unknown) = (await Page("dpo@nordbo.example"), await Page("nogen@nordbo.example"));

        Assert.Contains("passer ikke", known, StringComparison.Ordinal);
        Assert.Equal(known, unknown);
    }

    [Fact]
    public async Task Asking_for_a_passkey_is_the_same_for_everybody()
    {
        var browser = new Browser(hub);
        var page = await browser.Open("/login");

        Assert.DoesNotContain("allowCredentials", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "type=\"email\""));
    }

    private async Task<IReadOnlyList<(int Status, string Body, long Hashes)>> Attempts(string email)
    {
        var attempts = new List<(int, string, long)>();
        for (var i = 0; i < 7; i++)
        {
            using var hashes = new Hashes(hub);
            var reply = await hub.Anonymous().Post("/api/v1/login", new { email, password = "wrong" });
            attempts.Add((reply.Status, reply.Body, hashes.Counted));
        }

        return attempts;
    }

    private async Task<string> Page(string email)
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn(email, "forkert");
        return Token().Replace(browser.Page.Replace(email, "", StringComparison.Ordinal), "");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]*\"")]
    private static partial Regex Token();

    /// <summary>The password hashes of this server from now on.</summary>
    private sealed class Hashes : IDisposable
    {
        private readonly MeterListener listener = new();
        private long counted;

        public Hashes(HubServer hub)
        {
            var factory = hub.Services.GetRequiredService<IMeterFactory>();
            listener.InstrumentPublished = (instrument, on) =>
            {
                if (instrument.Name == CountedHasher.Counter && instrument.Meter.Scope == factory)
                {
                    on.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, more, _, _) => Interlocked.Add(ref counted, more));
            listener.Start();
        }

        public long Counted => Interlocked.Read(ref counted);

        public void Dispose() => listener.Dispose();
    }
}
