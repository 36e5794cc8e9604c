namespace Hub.Web.Layout;

/// <summary>How a person wants Hub to look on this device. Null: as the device or the browser says.</summary>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
/// <param name="Theme"><c>light</c> or <c>dark</c>.</param>
/// <param name="Density"><c>compact</c>, or null for calm.</param>
/// <param name="Keys"><c>off</c>, or null for on.</param>
public sealed record Look(string? Language, string? Theme, string? Density, string? Keys)
{
    private const char Separator = '.';

    /// <summary>What the cookie says; words it does not know count as not said.</summary>
    public static Look Of(HttpRequest request) =>
        Read((request.Cookies[Cookie(request)] ?? "").Split(Separator));

    public void Keep(HttpResponse response) => response.Cookies.Append(Cookie(response.HttpContext.Request), string.Join(Separator, Language, Theme, Density, Keys), new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(400),
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        Secure = response.HttpContext.Request.IsHttps,
    });

    public static Look Read(IReadOnlyCollection<string?> words) => new(
        Known(words, "da", "en"), Known(words, "light", "dark"), Known(words, "compact"), Known(words, "off"));

    private static string Cookie(HttpRequest request) => request.IsHttps ? "__Host-hub-look" : "hub-look";

    private static string? Known(IReadOnlyCollection<string?> words, params string[] known) => known.FirstOrDefault(words.Contains);
}
