using Hub.Browser.Tests.Live;
using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests.Offline;

/// <summary>What waits on a device is one person's, signed in or not.</summary>
[Collection(LiveSite.Name)]
public class OwnerTests(HubSite site)
{
    private const string Text = "Låsen er brudt op hos Prøve Beboersen.";

    /// <summary>How many texts lie on the device, readable or not.</summary>
    private const string TextsHere =
        """
        async () => {
          const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
          const db = await done(indexedDB.open("hub"));
          return (await done(db.transaction("flags").objectStore("flags").getAll())).filter((flag) => flag.data).length;
        }
        """;

    [Fact]
    public async Task Nothing_of_it_can_be_read_in_what_the_browser_keeps_and_no_page_with_people_is_kept()
    {
        await using var jens = await site.WithPhone();
        await jens.Open("/");
        await jens.Open(Screens.Bridge);
        await jens.Open(Basement.Meld);
        await jens.GoDown();
        await jens.Write(Text);
        await Assertions.Expect(jens.Waiting("Venter")).ToContainTextAsync(Text);

        var kept = await jens.Kept();

        Assert.Contains("/uden-forbindelse?da", kept, StringComparison.Ordinal);
        Assert.All(["Låsen", "Prøve Beboersen", "Mistrivsel – ", "Jens", "data-user", $"{site.Address}/omraader/"], word => Assert.DoesNotContain(word, kept, StringComparison.Ordinal));
        Assert.False(await jens.Page.EvaluateAsync<bool>(
            """
            async () => {
              const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
              const db = await done(indexedDB.open("hub"));
              const [{ key }] = await done(db.transaction("keys").objectStore("keys").getAll());
              return key.extractable || await crypto.subtle.exportKey("raw", key).then(() => true, () => false);
            }
            """));
    }

    [Fact]
    public async Task Signed_out_by_force_it_is_locked_until_its_owner_signs_in_again()
    {
        var before = await site.Cases();
        await using var phone = await site.WithPhone();
        await phone.GoDown();
        await phone.Write(Text);
        await Assertions.Expect(phone.Waiting("Venter")).ToHaveCountAsync(1);
        await phone.Page.Context.ClearCookiesAsync();
        await phone.ComeUp();
        await phone.Open("/");
        await Assertions.Expect(phone.Page.GetByLabel("Adgangskode")).ToBeVisibleAsync();
        await phone.Until("async () => (await hubQueue.who()) === null");
        Assert.DoesNotContain("a key", await phone.Kept(), StringComparison.Ordinal);

        await phone.SignIn(Sitemap.Email("boligsocial"));
        await phone.Open(Basement.Meld);
        await phone.IsReady(worker: true);
        Assert.Empty(await phone.Page.EvaluateAsync<string[]>("async () => (await hubQueue.drain(), await hubQueue.list()).map(flag => flag.commandId)"));
        await Assertions.Expect(phone.Waiting()).ToHaveCountAsync(0);
        Assert.Equal(before, await site.Cases());

        await phone.Page.Context.ClearCookiesAsync();
        await phone.SignIn(Sitemap.Email("ejendom"));
        await Assertions.Expect(phone.Waiting("Sendt")).ToHaveCountAsync(1);
        Assert.Equal(before + 1, await site.Cases());
    }

    [Fact]
    public async Task Signing_out_asks_and_sends_first_when_told_to()
    {
        var before = await site.Cases();
        await using var jens = await OneWaits();
        await jens.Page.UnrouteAllAsync();

        await jens.Press("Send dem nu, og log ud");

        await Assertions.Expect(jens.Page.GetByLabel("Adgangskode")).ToBeVisibleAsync();
        Assert.Equal(before + 1, await site.Cases());
    }

    [Fact]
    public async Task What_cannot_be_sent_keeps_one_signed_in()
    {
        await using var jens = await OneWaits();

        await jens.Press("Send dem nu, og log ud");

        await Assertions.Expect(jens.Page.GetByText("Ikke alt kunne sendes.")).ToBeVisibleAsync();
        await jens.Press("Bliv logget ind");
        await jens.Open("/");
        await Assertions.Expect(jens.Waiting("Venter")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Kept_for_its_owner_it_is_sent_when_they_sign_in_again()
    {
        var before = await site.Cases();
        await using var jens = await OneWaits();

        await jens.Press("Gem dem låst til mig i 72 timer, og log ud");
        await Assertions.Expect(jens.Page.GetByLabel("Adgangskode")).ToBeVisibleAsync();
        await jens.Page.UnrouteAllAsync();
        await jens.SignIn(Sitemap.Email("ejendom"));

        await Assertions.Expect(jens.Waiting("Sendt")).ToHaveCountAsync(1);
        Assert.Equal(before + 1, await site.Cases());
    }

    [Fact]
    public async Task After_72_hours_it_is_gone_and_its_owner_is_told_that_it_was_never_sent()
    {
        var before = await site.Cases();
        await using var jens = await OneWaits();
        await jens.Press("Gem dem låst til mig i 72 timer, og log ud");
        await Assertions.Expect(jens.Page.GetByLabel("Adgangskode")).ToBeVisibleAsync();
        await jens.Page.UnrouteAllAsync();

        await jens.Page.Clock.SetFixedTimeAsync(DateTime.UtcNow.AddHours(73));
        await jens.SignIn(Sitemap.Email("ejendom"));

        await Assertions.Expect(jens.Waiting("Slettet")).ToContainTextAsync("blev aldrig sendt");
        await jens.Press("Forstået");
        await Assertions.Expect(jens.Waiting()).ToHaveCountAsync(0);
        Assert.Equal(before, await site.Cases());
    }

    [Fact]
    public async Task After_72_hours_it_is_gone_even_if_nobody_signs_in_again()
    {
        await using var jens = await OneWaits();
        await jens.Press("Gem dem låst til mig i 72 timer, og log ud");
        await Assertions.Expect(jens.Page.GetByLabel("Adgangskode")).ToBeVisibleAsync();
        Assert.Equal(1, await jens.Page.EvaluateAsync<int>(TextsHere));

        await jens.Page.Clock.SetFixedTimeAsync(DateTime.UtcNow.AddHours(73));
        await jens.Open("/login");

        await jens.Until($"async () => await ({TextsHere})() === 0");
    }

    [Fact]
    public async Task What_was_deleted_long_ago_keeps_nobody_from_signing_out()
    {
        var before = await site.Cases();
        await using var jens = await OneWaits();
        await jens.Press("Gem dem låst til mig i 72 timer, og log ud");
        await Assertions.Expect(jens.Page.GetByLabel("Adgangskode")).ToBeVisibleAsync();
        await jens.Page.Clock.SetFixedTimeAsync(DateTime.UtcNow.AddHours(73));
        await jens.SignIn(Sitemap.Email("ejendom"));
        await Assertions.Expect(jens.Waiting("Slettet")).ToHaveCountAsync(1);
        await jens.Open(Basement.Meld);
        await jens.IsReady(worker: false);
        await jens.Write(Text);
        await Assertions.Expect(jens.Waiting("Venter")).ToHaveCountAsync(1);
        await jens.Open("/profil");
        await jens.IsReady(worker: false);
        await jens.Press("Log ud");
        await jens.Page.UnrouteAllAsync();

        await jens.Press("Send dem nu, og log ud");

        await Assertions.Expect(jens.Page.GetByLabel("Adgangskode")).ToBeVisibleAsync();
        Assert.Equal(before + 1, await site.Cases());
    }

    [Fact]
    public async Task A_text_whose_id_is_used_up_is_never_without_a_place()
    {
        await using var jens = await OneWaits();
        await jens.Press("Bliv logget ind");
        await jens.Page.EvaluateAsync(
            """
            () => {
              const { put } = IDBObjectStore.prototype;
              IDBObjectStore.prototype.put = function (row, id) {
                if (row.state === "kom tilbage") throw new DOMException("", "QuotaExceededError");
                return put.call(this, row, id);
              };
            }
            """);
        var refused = false;
        await jens.Page.RouteAsync($"**{Basement.Meld}", async route =>
        {
            refused = true;
            await route.FulfillAsync(new() { Status = 422, ContentType = "application/json", Body = """{"code":"idempotency_key_reused","title":"Brugt"}""" });
        });

        var texts = await jens.Page.EvaluateAsync<string[]>("async () => (await hubQueue.drain(), await hubQueue.list()).map(flag => JSON.stringify(flag.fields))");

        Assert.True(refused);
        Assert.Contains("brudt op hos", Assert.Single(texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_it_is_gone()
    {
        var before = await site.Cases();
        await using var jens = await OneWaits();

        await jens.Press("Slet dem, og log ud");
        await Assertions.Expect(jens.Page.GetByLabel("Adgangskode")).ToBeVisibleAsync();
        await jens.Page.UnrouteAllAsync();
        await jens.SignIn(Sitemap.Email("ejendom"));
        await jens.IsReady(worker: false);

        await Assertions.Expect(jens.Waiting()).ToHaveCountAsync(0);
        Assert.Equal(before, await site.Cases());
    }

    /// <summary>Somebody about to sign out, with a flag that does not get through.</summary>
    private async Task<Visitor> OneWaits()
    {
        var jens = await site.WithPhone(worker: false);
        await jens.Page.RouteAsync($"**{Basement.Meld}", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await jens.Write(Text);
        await Assertions.Expect(jens.Waiting("Venter")).ToHaveCountAsync(1);
        await jens.Open("/profil");
        await jens.IsReady(worker: false);
        await jens.Press("Log ud");
        return jens;
    }
}
