using Deque.AxeCore.Commons;

namespace Hub.Browser.Tests.Site;

/// <summary>What must hold on every page, whoever sees it: the tests ask it of each page once, the tour of every page for everybody.</summary>
internal static class Checks
{
    // A window of 1280 px at 200 % zoom is 640 px wide to a page; 320 px is where WCAG asks for reflow.
    private static readonly int[] Widths = [360, 320, 640, 768];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly object Everything = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } };

    private static readonly object Colours = new { type = "rule", values = new[] { "color-contrast" } };

    /// <summary>Breaches of WCAG 2.2 A and AA on the page that is open, as far as a machine can tell, in both themes. The dark theme changes colours and nothing else.</summary>
    public static async Task<IReadOnlyList<string>> Barriers(this Visitor visitor, string where)
    {
        await visitor.Page.EvaluateAsync(Axe);
        var light = await Violations(visitor.Page, Everything, where);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        // The frame after the next: until it is painted, some texts still have the colour of the light theme.
        await visitor.Page.EvaluateAsync("() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => {}))).then(() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted))))");
        var dark = await Violations(visitor.Page, Colours, $"{where} in the dark");
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return [.. light, .. dark];
    }

    /// <summary>How far the page that is open reaches past its window, at each width at which it may not.</summary>
    public static async Task<IReadOnlyList<string>> Overflows(this Visitor visitor, string where)
    {
        var wider = new List<string>();
        foreach (var width in Widths)
        {
            await visitor.Page.SetViewportSizeAsync(width, Screen.Phone.Height);
            if (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
            {
                wider.Add($"{where} at {width}: {wide}");
            }
        }

        await visitor.Page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        return wider;
    }

    private static Task<string[]> Violations(IPage page, object rules, string where) => page.EvaluateAsync<string[]>(
        """
        async ([rules, where]) => (await axe.run(document, { runOnly: rules, resultTypes: ["violations"] })).violations
          .flatMap(v => v.nodes.map(node => `${where}: ${v.id}: ${node.html}`))
        """,
        new object[] { rules, where });
}
