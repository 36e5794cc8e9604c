using System.Text.RegularExpressions;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.AspNetCore.Routing;

namespace Hub.Web.Tests.Hosting;

/// <summary>A page from elsewhere can make a browser send a form, and cannot know the token that ours carry.</summary>
[Collection(SharedServer.Name)]
public sealed partial class FormTokenTests(HubServer hub)
{
    private static readonly (string, string)[] Typed = [("commandId", Guid.NewGuid().ToString()), ("text", "Hej"), ("id", Guid.NewGuid().ToString())];

    [Theory]
    [InlineData("admin")]
    [InlineData("leder")]
    [InlineData(null)]
    public async Task No_form_is_let_in_without_its_token(string? role)
    {
        var browser = role is null ? new Browser(hub) : await Browser.SignIn(hub, $"{role}@nordbo.example");

        var wrong = new List<string>();
        foreach (var form in Forms())
        {
            using var content = new FormUrlEncodedContent(Typed.Select(t => KeyValuePair.Create(t.Item1, t.Item2)));
            using var response = await browser.Client.PostAsync(Filled(form), content);
            var isSentToSignIn = role is null && response.Headers.Location?.OriginalString.Contains("/login", StringComparison.Ordinal) == true;
            // The operator's page has no form, and is not there at all for whoever has not the operator's token.
            var isNotThere = form.Address() == "/drift" && (int)response.StatusCode == 404;
            if ((int)response.StatusCode != 400 && !isSentToSignIn && !isNotThere)
            {
                wrong.Add($"{form.Address()}: {(int)response.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_elses_token_lets_a_form_in()
    {
        var (mine, other) = (await Browser.SignIn(hub, "ejendom@nordbo.example"), await Browser.SignIn(hub, "boligsocial@nordbo.example"));

        Assert.Equal(400, (int)await mine.Send($"/omraader/{Session.Nordlyset}/meld/", [await other.FormToken(), .. Typed]));
        Assert.NotEqual(400, (int)await mine.Send("/profil/udseende", [await mine.FormToken()]));
    }

    private IEnumerable<RouteEndpoint> Forms()
    {
        var forms = Served.Of(hub).Where(e => e.Methods().Contains("POST") && !e.Address().StartsWith("/api/", StringComparison.Ordinal)).ToList();
        Assert.True(forms.Count > 70, $"{forms.Count} forms");
        return forms;
    }

    private static string Filled(RouteEndpoint form) => Parameter().Replace(form.Address(), m => m.Value is "{o:guid}" ? Session.Nordlyset.ToString() : Guid.NewGuid().ToString());

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
