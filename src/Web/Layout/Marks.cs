using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hub.Contracts;
using Microsoft.AspNetCore.Components;

namespace Hub.Web.Layout;

/// <summary>
/// What says of what kind something is, how grave and whether it is late: a drawing and a word. The same few on every card, so each is made once for each language.
/// And since when. Not components, of which a page with many cards would have thousands.
/// </summary>
internal static class Marks
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly ConcurrentDictionary<(Category, string), MarkupString> Categories = new();
    private static readonly ConcurrentDictionary<(Severity, string), MarkupString> Severities = new();
    private static readonly ConcurrentDictionary<string, MarkupString> Lates = new();

    public static MarkupString Of(Category category) =>
        Categories.GetOrAdd((category, Language), _ => Mark("category", IconOf(category), Labels.Of(category)));

    public static MarkupString Of(Severity severity) =>
        Severities.GetOrAdd((severity, Language), _ => Mark($"severity {severity.ToString().ToLowerInvariant()}", ShapeOf(severity), Labels.Of(severity)));

    public static MarkupString Late => Lates.GetOrAdd(Language, _ => Mark("late", "clock-alert", Labels.Text("IsLate")));

    /// <summary>How long ago or how soon; exactly, where one points at it. A page that stands open keeps it true (times.js).</summary>
    public static MarkupString Time(DateTimeOffset at, DateTimeOffset now, bool reachable = false) => new(
        $"""<time datetime="{at.UtcDateTime:O}" title="{Html.Encode(Times.Exact(at))}"{(reachable ? " tabindex=\"0\"" : "")} data-relative>{Html.Encode(Times.Relative(at, now))}</time>""");

    public static string IconOf(Category category) => category switch
    {
        Category.Restance => "banknote",
        Category.Naboklage => "message-square-warning",
        Category.Stoej => "volume-2",
        Category.Vanroegt => "brush-cleaning",
        Category.Mistrivsel => "cloud-rain",
        Category.BekymrendeAdfaerd => "activity",
        Category.Aeldre => "heart-handshake",
        Category.BarnEllerUng => "baby",
        Category.VoldEllerTrusler => "shield-alert",
        Category.HaervaerkEllerUtryghed => "spray-can",
        Category.Fremleje => "key-round",
        Category.IkkeSet => "eye-off",
        _ => "circle-ellipsis",
    };

    private static string Language => CultureInfo.CurrentUICulture.Name;

    private static string ShapeOf(Severity severity) => severity switch
    {
        Severity.Lav => "circle",
        Severity.Mellem => "circle-dot",
        Severity.Hoej => "triangle-alert",
        _ => "octagon-alert",
    };

    private static MarkupString Mark(string kind, string icon, string word) =>
        new($"""<span class="{kind}">{Icons.Of(icon)}<span>{Html.Encode(word)}</span></span>""");
}
