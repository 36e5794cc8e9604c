using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Forms;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Forms.Somebody;

namespace Hub.Web.Tests.Offline;

/// <summary>What a browser is given to keep a flag while it has no connection.</summary>
[Collection(SharedServer.Name)]
public sealed partial class OfflineTests(HubServer hub)
{
    private const string Page = "/uden-forbindelse";

    [Fact]
    public async Task The_worker_covers_all_pages_and_is_asked_for_anew_each_time()
    {
        using var answer = await hub.NewClient().GetAsync("/sw.js");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/sw.js");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.Contains("connect-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, (await hub.NewClient().SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task The_worker_keeps_all_that_its_page_is_made_of()
    {
        var page = await (await hub.NewClient().GetAsync(Page)).Content.ReadAsStringAsync();
        var worker = await (await hub.NewClient().GetAsync("/sw.js")).Content.ReadAsStringAsync();

        var parts = Part().Matches(page).Select(m => m.Groups[1].Value).Where(p => p.Contains('.', StringComparison.Ordinal)).ToList();
        Assert.True(parts.Count >= 7, $"{parts.Count}");
        Assert.All(parts, part => Assert.Contains($"\"{part}\"", worker, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("da", "Meld en bekymring")]
    [InlineData("en", "Report a worry")]
    public async Task Its_page_is_nobodys_and_speaks_both_languages(string language, string title)
    {
        var client = hub.NewClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await client.GetAsync(Page);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-user", page, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task It_names_nobody_to_those_who_are_signed_in_either()
    {
        var jens = await SignIn(hub, "ejendom");

        await jens.Open(Page);

        Assert.All(["Nordlyset", "Jens", "__RequestVerificationToken", "data-user"], word => Assert.DoesNotContain(word, jens.Page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ejendom", 2)]
    [InlineData("boligsocial2", 1)]
    [InlineData("bestyrelse", 0)]
    [InlineData("dpo", 0)]
    public async Task Only_staff_flag_from_a_device_and_only_in_their_own_areas(string role, int areas)
    {
        var somebody = await SignIn(hub, role);

        Assert.Equal(areas, JsonNode.Parse(await somebody.Open($"{Page}/adgang"))!["omraader"]!.AsArray().Count);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_nothing_and_given_no_key()
    {
        var nobody = hub.NewClient();

        Assert.Equal("/login", (await nobody.GetAsync($"{Page}/adgang")).Headers.Location!.AbsolutePath);
        Assert.Equal("/login", (await nobody.PostAsync($"{Page}/noegle", null)).Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_key_comes_back_to_its_owner_and_to_nobody_else()
    {
        var (jens, amina) = (await SignIn(hub, "ejendom"), await SignIn(hub, "boligsocial"));
        var first = await Key(jens, "");
        var sealedKey = first["sealed"]!.GetValue<string>();

        Assert.Equal(first["key"]!.GetValue<string>(), (await Key(await SignIn(hub, "ejendom"), sealedKey))["key"]!.GetValue<string>());
        var others = await Key(amina, sealedKey);

        Assert.NotEqual(first["key"]!.GetValue<string>(), others["key"]!.GetValue<string>());
        Assert.True(others["fresh"]!.GetValue<bool>());
        Assert.True((await Key(jens, "rubbish"))["fresh"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Without_the_token_of_a_form_there_is_no_key()
    {
        var jens = await SignIn(hub, "ejendom");

        Assert.Equal(HttpStatusCode.BadRequest, await jens.Browser.Send($"{Page}/noegle", [("sealed", "")]));
    }

    private static async Task<JsonNode> Key(Somebody who, string sealedKey)
    {
        var token = JsonNode.Parse(await who.Open($"{Page}/adgang"))!["token"]!.GetValue<string>();
        await who.Browser.Send($"{Page}/noegle", [("__RequestVerificationToken", token), ("sealed", sealedKey)]);
        return JsonNode.Parse(who.Browser.Page)!;
    }

    [GeneratedRegex("(?:href|src)=\"(/[^\"]*)\"")]
    private static partial Regex Part();
}
