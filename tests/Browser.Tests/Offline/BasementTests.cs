using Hub.Browser.Tests.Live;
using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests.Offline;

/// <summary>A worry that is written where there is no coverage.</summary>
[Collection(LiveSite.Name)]
public class BasementTests(HubSite site)
{
    private const string Text = "Vandet står højt i kælderen hos hende.";

    [Fact]
    public async Task What_is_written_without_a_connection_waits_and_becomes_exactly_one_case()
    {
        var before = await site.Cases();
        await using var jens = await site.WithPhone();

        await jens.GoDown();
        await jens.Write(Text);
        await Assertions.Expect(jens.Waiting("Venter")).ToContainTextAsync(Text);
        await Assertions.Expect(jens.Page.GetByLabel("Hvad har du set eller hørt?")).ToHaveValueAsync("");
        Assert.Equal(before, await site.Cases());
        await jens.ComeUp();

        await Assertions.Expect(jens.Waiting("Sendt")).ToContainTextAsync("er sendt");
        Assert.Equal(before + 1, await site.Cases());
        await jens.Open("/");
        await Assertions.Expect(jens.Page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(jens.Waiting()).ToHaveCountAsync(0);
        Assert.Equal(before + 1, await site.Cases());
    }

    [Fact]
    public async Task A_page_that_is_opened_without_a_connection_is_an_empty_form_that_works()
    {
        var before = await site.Cases();
        await using var jens = await site.WithPhone();

        await jens.GoDown();
        await jens.Page.GotoAsync("/");
        await Assertions.Expect(jens.Page.GetByText("Ingen forbindelse.")).ToBeVisibleAsync();
        await jens.Write(Text);
        await Assertions.Expect(jens.Waiting("Venter")).ToContainTextAsync(Text);
        await jens.Page.ReloadAsync();
        await Assertions.Expect(jens.Waiting("Venter")).ToContainTextAsync(Text);
        await jens.ComeUp();

        await Assertions.Expect(jens.Page.GetByRole(AriaRole.Heading, new() { Name = "Min dag" })).ToBeVisibleAsync();
        await Assertions.Expect(jens.Waiting("Sendt")).ToHaveCountAsync(1);
        Assert.Equal(before + 1, await site.Cases());
        Assert.DoesNotContain(jens.Complaints, c => !c.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_asked_for_again_and_acts_once()
    {
        var before = await site.Cases();
        await using var jens = await site.WithPhone(worker: false);
        await jens.Page.RouteAsync($"**{Basement.Meld}", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });

        await jens.Write(Text);

        await Assertions.Expect(jens.Waiting("Sendt")).ToHaveCountAsync(1);
        Assert.Equal(before + 1, await site.Cases());
    }

    [Fact]
    public async Task Two_hasty_clicks_send_one()
    {
        var before = await site.Cases();
        await using var jens = await site.WithPhone(worker: false);
        await jens.Page.Locator("form[data-waits] button[type=submit]").EvaluateAsync("button => button.addEventListener('click', () => button.form.requestSubmit(), { once: true })");

        await jens.Write(Text);

        await Assertions.Expect(jens.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Tak") })).ToBeVisibleAsync();
        Assert.Equal(before + 1, await site.Cases());
    }

    [Fact]
    public async Task One_that_is_refused_comes_back_with_its_text_and_holds_up_nobody()
    {
        var before = await site.Cases();
        await using var jens = await site.WithPhone();
        await jens.GoDown();
        foreach (var text in new[] { "Den første.", "Hun har nummer 010203-1234.", "Den sidste." })
        {
            await jens.Write(text);
            await Assertions.Expect(jens.Waiting("Venter").Filter(new() { HasText = text })).ToHaveCountAsync(1);
        }

        await jens.ComeUp();
        await Assertions.Expect(jens.Waiting("Sendt")).ToHaveCountAsync(2);
        await Assertions.Expect(jens.Waiting("Kom tilbage")).ToContainTextAsync("Der står et CPR-nummer i teksten.");
        Assert.Equal(before + 2, await site.Cases());

        await jens.Open("/");
        await jens.Page.GetByRole(AriaRole.Link, new() { Name = "Åbn og ret" }).ClickAsync();
        var words = jens.Page.GetByLabel("Hvad har du set eller hørt?");
        await Assertions.Expect(words).ToHaveValueAsync("Hun har nummer 010203-1234.");
        await words.FillAsync("Hun svarer ikke.");
        await jens.Press("Send melding");
        await Assertions.Expect(jens.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Tak") })).ToBeVisibleAsync();
        await jens.Open(Basement.Meld);
        await jens.IsReady(worker: true);

        await Assertions.Expect(jens.Waiting()).ToHaveCountAsync(0);
        Assert.Equal(before + 3, await site.Cases());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_danger_it_says_whom_to_ring_before_anything_waits(bool shell)
    {
        await using var jens = await site.WithPhone();
        await jens.GoDown();
        if (shell)
        {
            await jens.Page.ReloadAsync();
        }

        await jens.Write(Text, "Akut");
        var question = jens.Page.GetByRole(AriaRole.Dialog, new() { Name = "Ingen har fået det at vide endnu" });
        await Assertions.Expect(question.GetByRole(AriaRole.Link, new() { Name = "Ring 112" })).ToBeVisibleAsync();
        await Assertions.Expect(question.GetByRole(AriaRole.Link, new() { Name = "Vagttelefon 00 70 12 12" })).ToHaveAttributeAsync("href", "tel:00701212");
        await Assertions.Expect(jens.Waiting()).ToHaveCountAsync(0);
        await question.GetByRole(AriaRole.Button, new() { Name = "Tilbage" }).ClickAsync();
        await Assertions.Expect(jens.Page.GetByLabel("Hvad har du set eller hørt?")).ToHaveValueAsync(Text);
        await jens.Page.Locator("form[data-waits] button[type=submit]").ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Gem, og send senere" }).ClickAsync();

        await Assertions.Expect(jens.Waiting("Venter")).ToContainTextAsync(Text);
    }

    [Fact]
    public async Task The_browser_sends_what_waits_even_when_no_page_is_open()
    {
        await using var office = await site.AtBridge("leder");
        var cards = office.Page.Locator("[data-live-card]");
        var before = await cards.CountAsync();
        await using var jens = await site.WithPhone();
        await jens.GoDown();
        await jens.Write(Text);
        await Assertions.Expect(jens.Waiting("Venter")).ToHaveCountAsync(1);
        await jens.Page.GotoAsync("about:blank");
        var workers = await jens.Page.Context.NewCDPSessionAsync(jens.Page);
        var found = new TaskCompletionSource<string>();
        workers.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, e) =>
        {
            foreach (var registration in e!.Value.GetProperty("registrations").EnumerateArray().Where(r => r.GetProperty("scopeURL").GetString()!.StartsWith(site.Address, StringComparison.Ordinal)))
            {
                found.TrySetResult(registration.GetProperty("registrationId").GetString()!);
            }
        };
        await workers.SendAsync("ServiceWorker.enable");

        await jens.ComeUp();
        await workers.SendAsync("ServiceWorker.dispatchSyncEvent", new() { ["origin"] = site.Address, ["registrationId"] = await found.Task, ["tag"] = "hub-waiting", ["lastChance"] = false });

        await Assertions.Expect(cards).ToHaveCountAsync(before + 1);
        await jens.Open(Basement.Meld);
        await Assertions.Expect(jens.Waiting("Sendt")).ToHaveCountAsync(1);
    }
}
