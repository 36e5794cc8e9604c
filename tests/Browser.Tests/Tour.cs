using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests;

/// <summary>Takes a picture of every page × role × width × theme, and says what is wrong with a page that a machine can see.</summary>
internal static class Tour
{
    private static readonly int[] Widths = [360, 1280];

    /// <summary>Walks for <c>--role</c>, or for everybody, into <c>--out</c>.</summary>
    public static async Task<int> Walk(string[] args)
    {
        var only = Argument(args, "--role");
        var folder = Argument(args, "--out") ?? Path.Combine(Path.GetTempPath(), "hub-tour");
        Directory.CreateDirectory(folder);
        var site = new HubSite();
        var wrong = new List<string>();
        await site.InitializeAsync();
        try
        {
            var pictures = await Photograph(site, folder, "alle", null, Sitemap.Open, wrong);
            foreach (var role in Sitemap.Roles.Where(r => only is null || r == only))
            {
                pictures += await Photograph(site, folder, role, Sitemap.Email(role), await Sitemap.Of(role, site.Server), wrong);
            }

            foreach (var fault in wrong)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            Console.WriteLine($"{pictures} pictures in {folder}, {wrong.Count} faults");
            return wrong.Count == 0 ? 0 : 1;
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    private static async Task<int> Photograph(HubSite site, string folder, string role, string? email, IReadOnlyList<Stop> stops, List<string> wrong)
    {
        var pictures = 0;
        foreach (var width in Widths)
        {
            foreach (var dark in new[] { false, true })
            {
                await using var visitor = await site.Visit(email, new Screen(width, width < 600 ? 780 : 900, dark));
                foreach (var stop in stops)
                {
                    await visitor.Open(stop.Path);
                    await Photograph(visitor.Page, width, Path.Combine(folder, $"{role}-{stop.Name}-{width}-{(dark ? "dark" : "light")}.png"));
                    pictures++;
                    if (!dark)
                    {
                        wrong.AddRange(width < 600 ? await visitor.Overflows($"{role}: {stop.Name}") : await visitor.Barriers($"{role}: {stop.Name}"));
                    }
                }

                wrong.AddRange(visitor.Complaints.Select(c => $"{role} {width}: {c}"));
            }
        }

        return pictures;
    }

    /// <summary>In a window as high as the page, so that bars fixed to its edges stand at the edges of the picture.</summary>
    private static async Task Photograph(IPage page, int width, string file)
    {
        var window = page.ViewportSize!;
        await page.SetViewportSizeAsync(width, Math.Max(window.Height, await page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        await page.SetViewportSizeAsync(width, window.Height);
    }

    private static string? Argument(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
