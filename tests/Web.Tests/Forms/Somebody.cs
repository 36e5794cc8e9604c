using System.Net;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Forms;

/// <summary>Somebody of nordbo in front of the pages of Nordlyset, without script.</summary>
internal sealed partial class Somebody
{
    private Somebody(Browser browser, Session api) => (Browser, Api) = (browser, api);

    public Browser Browser { get; }

    /// <summary>The same person in front of the API.</summary>
    public Session Api { get; }

    public string Page => WebUtility.HtmlDecode(Browser.Page);

    /// <summary>What the page says was refused.</summary>
    public string? Refusal => Refused().Match(Page) is { Success: true } m ? Tag().Replace(m.Groups[1].Value, "").Trim() : null;

    public static async Task<Somebody> SignIn(HubServer hub, string role)
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn($"{role}@nordbo.example", HubServer.Password);
        return new Somebody(browser, await hub.SignIn($"{role}@nordbo.example"));
    }

    public static string Case(Guid c, string form = "") => $"/omraader/{Session.Nordlyset}/sager/{c}{form}";

    public static string Meld { get; } = $"/omraader/{Session.Nordlyset}/meld";

    public Task<string> Open(string path) => Browser.Open(path);

    public Task<HttpStatusCode> Send(string form, params (string Name, string Value)[] fields) => Browser.SubmitTo(form, fields);

    /// <summary>Goes back to a page as it was, and sends its form.</summary>
    public Task<HttpStatusCode> Again(string page, string form, params (string Name, string Value)[] fields)
    {
        Browser.GoBackTo(page);
        return Browser.SubmitTo(form, fields);
    }

    /// <summary>What stands in a field of several lines.</summary>
    public string? Typed(string name) => TextArea(Page, name);

    public async Task<IReadOnlyList<string?>> Story(Guid c) =>
        [.. (await Api.Get(Session.In(Session.Nordlyset, $"cases/{c}"))).Json["timeline"]!.AsArray().Select(t => t!["text"]?.GetValue<string>())];

    private static string? TextArea(string page, string name) =>
        Regex.Match(page, $"<textarea[^>]* name=\"{Regex.Escape(name)}\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline) is { Success: true } m ? m.Groups[1].Value : null;

    [GeneratedRegex("role=\"alert\"[^>]*>(.*?)</div></div>", RegexOptions.Singleline)]
    private static partial Regex Refused();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
