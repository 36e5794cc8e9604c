namespace Hub.Web.Features.Offline;

/// <summary>The one page that a browser keeps: what it is made of, and nothing of anybody.</summary>
internal static class Shell
{
    public const string Address = "/uden-forbindelse";

    public const string Font = "lib/fonts/source-sans-5.3.0.woff2";

    /// <summary>Of every page.</summary>
    public static readonly string[] Shared = ["lib/hub.css", "icon.svg", "lib/hub.js"];

    /// <summary>Of "Meld en bekymring".</summary>
    public static readonly string[] Own = ["css/meld.css", "js/unsent.js", "js/shell.js"];
}
