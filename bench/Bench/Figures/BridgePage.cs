using System.Globalization;
using Hub.Bench.Site;
using Hub.Bench.Statistics;
using Hub.Browser.Tests.Site;

namespace Hub.Bench.Figures;

/// <summary>The bridge with 200 open cases of the reader's own office: how long the server takes, what a browser that has nothing yet loads, and what a live change costs.</summary>
internal static class BridgePage
{
    private const int Cases = 200;
    private const int Changed = 10;

    public static async Task<IReadOnlyList<Figure>> Measure(BenchSite site, Pace pace)
    {
        var omraade = await site.Ground.NewOmraade("Broen");
        using var person = await Person.SignIn(site.Hub.Address, "boligsocial");
        var cases = new List<Guid>();
        for (var i = 0; i < Cases; i++)
        {
            cases.Add((await person.Flag(omraade, i)).GetProperty("caseId").GetGuid());
        }

        await using var browser = await Chromium.Launch();
        var path = $"/omraader/{omraade}";
        var (weights, requests) = (new List<double>(), new List<double>());
        for (var round = 0; round < pace.Rounds; round++)
        {
            await using var visit = await Visit.Begin(browser, site.Hub.Address, "boligsocial");
            weights.Add(await visit.Weigh(path));
            requests.Add(await visit.CountWhile(async () =>
            {
                foreach (var sag in cases.Skip(round * Changed).Take(Changed))
                {
                    await person.Note(omraade, sag);
                    await Task.Delay(TimeSpan.FromMilliseconds(400));
                }
            }));
        }

        await using var reader = await Visit.Begin(browser, site.Hub.Address, "boligsocial");
        var cookie = await reader.Cookie();
        var times = await pace.Each((_, length) => Times(site, cookie, path, length));
        return
        [
            new Figure($"bridge page, {Cases} open cases, server time p50", "ms", Bar.AtMost(15), [.. times.Select(t => t.Server)])
            {
                Parts = new Dictionary<string, IReadOnlyList<double>> { ["to the last byte, ms"] = [.. times.Select(t => t.Whole)] },
            },
            new Figure($"bridge page, {Cases} open cases, transferred cold", "kB", Bar.AtMost(100), [.. weights.Select(w => w / 1000)]),
            new Figure("requests of a bridge for a changed card, live", "", Bar.AtMost(1), [.. requests.Select(r => r / Changed)]),
        ];
    }

    private static async Task<(double Server, double Whole)> Times(BenchSite site, string cookie, string path, TimeSpan length)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = site.Hub.Address };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var server = new List<double>();
        var whole = await Load.Times(length, async _ =>
        {
            using var answer = await http.GetAsync(path);
            answer.EnsureSuccessStatusCode();
            server.Add(double.Parse(answer.Headers.GetValues("Server-Timing").Single().Split("dur=")[1], CultureInfo.InvariantCulture));
        });
        return (Samples.Median(server), Samples.Median(whole.ToList()));
    }
}
