using System.Net;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Oidc;

/// <summary>A browser that goes to the provider and comes back, and may meddle with question and answer on the way.</summary>
internal sealed partial class Traveller(HubServer hub)
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = hub.Address };

    /// <summary>Every address on the way.</summary>
    public List<Uri> Way { get; } = [];

    public string Page { get; private set; } = "";

    public Task<string> SignIn(string onward = "/profil", Func<string, string>? meddle = null) =>
        Open($"/login/organisation/nordbo?til={Uri.EscapeDataString(onward)}", meddle);

    public async Task<string> Open(string address, Func<string, string>? meddle = null)
    {
        var next = new Uri(hub.Address, address);
        while (true)
        {
            Way.Add(next);
            using var response = await client.GetAsync(next);
            if (response.Headers.Location is not { } location)
            {
                return Page = await response.Content.ReadAsStringAsync();
            }

            var onwards = new Uri(next, location);
            next = meddle is null ? onwards : new Uri(meddle(onwards.AbsoluteUri));
        }
    }

    /// <summary>Where it ended.</summary>
    public string Here => Way[^1].PathAndQuery;

    /// <summary>Sends a form of the page it is on.</summary>
    public async Task Post(params (string Name, string Value)[] fields)
    {
        var form = Form().Matches(Page).Select(m => m.Value).First(f => f.Contains($"name=\"{fields[0].Name}\"", StringComparison.Ordinal));
        var hidden = Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        using var response = await client.PostAsync(Way[^1], content);
        if (response.Headers.Location is { } location)
        {
            await Open(new Uri(Way[^1], location).PathAndQuery);
        }
        else
        {
            Page = await response.Content.ReadAsStringAsync();
        }
    }

    public async Task<HttpStatusCode> Status(string path)
    {
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
