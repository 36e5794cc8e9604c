using System.Net;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Pages;

/// <summary>A browser without script: it keeps cookies, follows redirects and sends the form it is shown.</summary>
internal sealed partial class Browser(HubServer hub, HttpClient? recorded = null)
{
    private readonly HttpClient client = recorded ?? hub.NewClient();

    /// <summary>With the cookies of this browser, for what no form sends.</summary>
    public HttpClient Client => client;

    private const string TokenField = "__RequestVerificationToken";

    public string Page { get; private set; } = "";

    public string Location { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public async Task<string> Open(string path)
    {
        using var response = await client.GetAsync(path);
        await Follow(response, path);
        return Page;
    }

    /// <summary>Somebody of the demo who has signed in.</summary>
    public static async Task<Browser> SignIn(HubServer hub, string email)
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn(email, HubServer.Password);
        return browser;
    }

    /// <summary>The field that a form must bring along to be let in.</summary>
    public async Task<(string Name, string Value)> FormToken() => (TokenField, Token().Match(await Open("/profil")).Groups[1].Value);

    public Task SubmitSignIn(string email, string password) => Submit(("Form.Email", email), ("Form.Password", password));

    /// <summary>Fills in the form that has these fields and sends it with its hidden ones.</summary>
    public Task Submit(params (string Name, string Value)[] fields)
    {
        var form = FormTag().Matches(Page).Select(m => m.Value).First(f => f.Contains($"name=\"{fields[0].Name}\"", StringComparison.Ordinal));
        var hidden = HiddenField().Matches(form).Select(m => (m.Groups[1].Value, m.Groups[2].Value));
        return Post(WebUtility.HtmlDecode(Action().Match(form).Groups[1].Value), [.. hidden, .. fields]);
    }

    /// <summary>Shows a page that was open before.</summary>
    public void GoBackTo(string page) => Page = page;

    /// <summary>Sends the form of the page whose address ends so, there or elsewhere: its hidden fields, save those left out, and these.</summary>
    public async Task<HttpStatusCode> SubmitTo(
        string end, IEnumerable<(string Name, string Value)> fields, Func<string, bool>? leaveOut = null, string? to = null)
    {
        var form = FormTag().Matches(Page).Select(m => m.Value)
            .Last(f => f.Contains("method=\"post\"", StringComparison.Ordinal) && Address(f).EndsWith(end, StringComparison.Ordinal));
        var hidden = HiddenField().Matches(form).Select(m => (Name: m.Groups[1].Value, Value: m.Groups[2].Value)).Where(h => leaveOut?.Invoke(h.Name) != true);
        return await Send(to ?? Address(form), [.. hidden, .. fields]);
    }

    /// <summary>Sends fields to an address and shows whatever comes back.</summary>
    public async Task<HttpStatusCode> Send(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, WebUtility.HtmlDecode(f.Value))));
        using var response = await client.PostAsync(path, content);
        await Follow(response, path);
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> Post(string path, (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, WebUtility.HtmlDecode(f.Value))));
        using var response = await client.PostAsync(path, content);
        var status = response.StatusCode;
        if (status != HttpStatusCode.BadRequest)
        {
            await Follow(response, path);
        }

        return status;
    }

    private async Task Follow(HttpResponseMessage response, string path)
    {
        if (response.Headers.Location is { } next)
        {
            await Open(next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString);
            return;
        }

        (Page, Location, Status) = (await response.Content.ReadAsStringAsync(), path, response.StatusCode);
    }

    private static string Address(string form) => WebUtility.HtmlDecode(Action().Match(form).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormTag();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();
}
