using Hub.Browser.Tests.Live;
using Hub.Browser.Tests.Offline;
using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests;

/// <summary>A server that is busy, or that a balancer has no answer from: whoever sent something is told so or has it waiting, and it acts once.</summary>
[Collection(LiveSite.Name)]
public class UnheardTests(HubSite site)
{
    [Theory]
    [InlineData(503, false)]
    [InlineData(429, false)]
    [InlineData(504, true)]
    public async Task A_flag_that_the_server_had_no_time_for_waits_and_becomes_exactly_one_case(int status, bool acts)
    {
        var before = await site.Cases();
        await using var jens = await site.WithPhone(worker: false);
        await Refuse(jens, Basement.Meld, status, acts);

        await jens.Write("Vandet står højt i kælderen hos hende.");

        await Assertions.Expect(jens.Waiting("Sendt")).ToHaveCountAsync(1);
        await Assertions.Expect(Notice(jens)).ToBeHiddenAsync();
        Assert.Equal(before + 1, await site.Cases());
    }

    [Theory]
    [InlineData(503, false)]
    [InlineData(504, true)]
    public async Task Of_any_other_form_it_is_said_and_what_was_typed_stays_until_it_gets_through(int status, bool acts)
    {
        var sag = await (await site.Server.SignIn(Sitemap.Email("boligsocial"))).FlagAbout("Åben På Skærmen");
        await using var amina = await site.Visit(Sitemap.Email("boligsocial"));
        await amina.Listen($"{Screens.Bridge}/sager/{sag}");
        await Refuse(amina, $"/sager/{sag}/notes", status, acts);
        var words = amina.Page.GetByLabel("Hvad er der sket?");
        await words.FillAsync("Hun har ringet tilbage.");

        await amina.Press("Gem");
        await Assertions.Expect(Notice(amina)).ToBeVisibleAsync();
        await Assertions.Expect(words).ToHaveValueAsync("Hun har ringet tilbage.");
        await amina.Press("Gem");

        await Assertions.Expect(words).ToHaveValueAsync("");
        await Assertions.Expect(amina.Page.GetByText("Hun har ringet tilbage.")).ToHaveCountAsync(1);
        await Assertions.Expect(Notice(amina)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_button_on_a_card_can_be_pressed_again()
    {
        var adviser = await site.Server.SignIn(Sitemap.Email("boligsocial"));
        var sag = await (await site.Server.SignIn(Sitemap.Email("ejendom"))).FlagAbout("Givet Videre");
        await adviser.On(sag, "pickup");
        await adviser.On(sag, "handovers", new { toKontor = "ejendomskontor", reason = "Det hører til hos jer", summary = "Fugt i soveværelset" });
        await using var leader = await site.AtBridge("ejendomsleder");
        await Refuse(leader, "/accept", 503, acts: false);
        var take = leader.Card(sag).GetByRole(AriaRole.Button, new() { Name = "Tag imod" });

        await take.ClickAsync();
        await Assertions.Expect(Notice(leader)).ToBeVisibleAsync();
        await take.ClickAsync();

        await Assertions.Expect(take).ToHaveCountAsync(0);
        await Assertions.Expect(leader.Card(sag)).ToBeVisibleAsync();
        await leader.HasNotReloaded();
    }

    private static ILocator Notice(Visitor visitor) => visitor.Page.GetByText("Det gik ikke igennem lige nu.");

    /// <summary>The next form to an address that ends so is answered with a status, whether or not it acts.</summary>
    private static Task Refuse(Visitor visitor, string end, int status, bool acts)
    {
        var left = 1;
        return visitor.Page.RouteAsync($"**{end}", async route =>
        {
            if (route.Request.Method != "POST" || Interlocked.Decrement(ref left) < 0)
            {
                await route.ContinueAsync();
                return;
            }

            if (acts)
            {
                await route.FetchAsync();
            }

            await route.FulfillAsync(new() { Status = status });
        });
    }
}
