using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Hub.Web.Layout;

/// <summary>
/// The icons, built into the assembly. Which ones: Npm.targets. They say nothing to a screen reader: a word stands beside each. Not a component, of which a page
/// with many cards would have thousands.
/// </summary>
internal static partial class Icons
{
    private static readonly ConcurrentDictionary<string, MarkupString> Drawings = new();

    public static MarkupString Of(string name) => Drawings.GetOrAdd(name, Read);

    private static MarkupString Read(string name)
    {
        using var svg = typeof(Icons).Assembly.GetManifestResourceStream($"icon/{name}")
            ?? throw new ArgumentException($"Npm.targets does not name the icon {name}.", nameof(name));
        var lines = Svg().Match(new StreamReader(svg).ReadToEnd()).Groups[1].Value.Split('\n', StringSplitOptions.TrimEntries);
        return new MarkupString($"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{string.Concat(lines)}</svg>""");
    }

    [GeneratedRegex("<svg[^>]*>(.*)</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();
}
