using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Hub.Web.Layout;

/// <summary>The drawings of the icons, built into the assembly. Which ones: Npm.targets.</summary>
internal static partial class Icons
{
    private static readonly ConcurrentDictionary<string, MarkupString> Drawings = new();

    public static MarkupString Of(string name) => Drawings.GetOrAdd(name, Read);

    private static MarkupString Read(string name)
    {
        using var svg = typeof(Icons).Assembly.GetManifestResourceStream($"icon/{name}")
            ?? throw new ArgumentException($"Npm.targets does not name the icon {name}.", nameof(name));
        var lines = Svg().Match(new StreamReader(svg).ReadToEnd()).Groups[1].Value.Split('\n', StringSplitOptions.TrimEntries);
        return new MarkupString(string.Concat(lines));
    }

    [GeneratedRegex("<svg[^>]*>(.*)</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();
}
