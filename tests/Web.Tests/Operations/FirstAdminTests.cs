using System.Text.RegularExpressions;
using Hub.Web.Operations;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Operations;

public sealed class FirstAdminTests
{
    private const string Password = "fire ord i en lang række";

    [Fact]
    public async Task A_Hub_without_a_demo_gets_its_first_administrator_by_a_code_that_works_once()
    {
        var hub = await HubServer.Start(("HUB_DEMO", "false"), ("HUB_REQUIRE_MFA", "false"));
        var code = "";
        await hub.Restart(async () => code = await Run(hub));
        var browser = new Browser(hub);

        await Join(browser, code);
        var administration = await browser.Open("/administration");
        var again = new Browser(hub);
        await again.Open("/velkommen");
        await again.Submit(("Form.Code", code));

        Assert.Contains("<h2 id=\"fjordbo\">Fjordbo</h2>", administration, StringComparison.Ordinal);
        Assert.Contains("Koden virker ikke", again.Page, StringComparison.Ordinal);

        await hub.DisposeAsync();
    }

    [Fact]
    public async Task Where_a_second_factor_is_required_the_first_administrator_sets_it_up_before_anything_else()
    {
        var hub = await HubServer.Start(("HUB_DEMO", "false"));
        var code = "";
        await hub.Restart(async () => code = await Run(hub));
        var browser = new Browser(hub);

        await Join(browser, code);

        Assert.Contains("Sæt kodeappen op", browser.Page, StringComparison.Ordinal);
        Assert.Contains("Log ind", await browser.Open("/administration"), StringComparison.Ordinal);

        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_running_Hub_and_an_administrator_who_is_there_are_each_refused_in_one_line()
    {
        var hub = await HubServer.Start(("HUB_DEMO", "false"), ("HUB_REQUIRE_MFA", "false"));
        var running = await Assert.ThrowsAsync<SettingsException>(() => Run(hub));
        var code = "";
        await hub.Restart(async () => code = await Run(hub));
        await Join(new Browser(hub), code);
        SettingsException? there = null;
        await hub.Restart(async () => there = await Assert.ThrowsAsync<SettingsException>(() => Run(hub)));

        Assert.DoesNotContain('\n', running.Message);
        Assert.StartsWith("fjordbo", there!.Message, StringComparison.Ordinal);

        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_code_that_was_never_used_is_replaced_by_the_next()
    {
        var hub = await HubServer.Start(("HUB_DEMO", "false"), ("HUB_REQUIRE_MFA", "false"));
        var (first, second) = ("", "");
        await hub.Restart(async () => (first, second) = (await Run(hub), await Run(hub)));
        var browser = new Browser(hub);
        await browser.Open("/velkommen");
        await browser.Submit(("Form.Code", first));

        Assert.Contains("Koden virker ikke", browser.Page, StringComparison.Ordinal);
        await Join(browser, second);
        Assert.Equal("/", browser.Location);

        await hub.DisposeAsync();
    }

    [Theory]
    [InlineData("--tenant=Fjord Bo", "--name=Fjordbo", "--email=a@fjordbo.example", "--tenant")]
    [InlineData("--tenant=fjordbo", "--name=", "--email=a@fjordbo.example", "--name")]
    [InlineData("--tenant=fjordbo", "--name=Fjordbo", "--email=fjordbo", "--email")]
    public async Task An_option_that_makes_no_sense_is_named(string tenant, string name, string email, string named)
    {
        using var folder = new TempFolder();

        var refused = await Assert.ThrowsAsync<SettingsException>(
            () => FirstAdmin.Run([$"--HUB_DATA={folder.Path}", tenant, name, email], TextWriter.Null));

        Assert.StartsWith(named, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> Run(HubServer hub)
    {
        using var output = new StringWriter();
        await FirstAdmin.Run(
            [$"--HUB_DATA={hub.Folder}", "--Logging:LogLevel:Default=None", "--tenant", "fjordbo", "--name", "Fjordbo", "--email", "anne@fjordbo.example"], output);
        return Regex.Match(output.ToString(), "([A-Z2-9]{5}-){3}[A-Z2-9]{5}").Value;
    }

    private static async Task Join(Browser browser, string code)
    {
        await browser.Open("/velkommen");
        await browser.Submit(("Form.Code", code));
        await browser.Submit(("Form.Name", "Anne Fjord"), ("Form.Password", Password));
    }
}
