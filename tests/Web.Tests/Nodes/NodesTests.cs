using System.Net;
using Hub.Web.Demo;
using Hub.Web.Tests.Live;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Nodes;

/// <summary>What must hold between nodes, whether wake-ups arrive or not.</summary>
public abstract class NodesContract(TwoNodes nodes)
{
    private static readonly Guid Adviser = DemoIds.User("boligsocial2@nordbo.example");

    [Fact]
    public async Task Who_signed_in_at_one_node_is_signed_in_at_the_other()
    {
        var here = await nodes.A.SignIn("ejendom@nordbo.example");

        var there = await TwoNodes.At(nodes.B, here).Get("/api/v1/me");

        Assert.Equal((200, (await here.Get("/api/v1/me")).Body), (there.Status, there.Body));
    }

    [Fact]
    public async Task A_command_repeated_at_the_other_node_acts_once_and_is_answered_the_same()
    {
        var here = await nodes.A.SignIn("ejendom@nordbo.example");
        var (key, worry) = (Guid.NewGuid(), new { category = "stoej", description = "Musik om natten." });

        var first = await here.Post(In(Nordlyset, "flags"), worry, key);
        var again = await TwoNodes.At(nodes.B, here).Post(In(Nordlyset, "flags"), worry, key);

        Assert.Equal((201, first.Body), (again.Status, again.Body));
    }

    [Fact]
    public async Task Who_acts_at_one_node_sees_it_at_the_other_at_once()
    {
        var here = await nodes.A.SignIn("ejendom@nordbo.example");
        var there = TwoNodes.At(nodes.B, here);

        for (var i = 0; i < 20; i++)
        {
            var sag = await (i % 2 == 0 ? here : there).Flag("stoej");
            var picked = await (i % 2 == 0 ? there : here).Post(In(Nordlyset, $"cases/{sag}/pickup"));
            var seen = await (i % 2 == 0 ? here : there).Get(In(Nordlyset, "workspace"));

            Assert.Equal(200, picked.Status);
            Assert.True(seen.Seq >= picked.Seq, "A node answered with less than another had acknowledged.");
        }
    }

    [Fact]
    public async Task A_change_at_one_node_is_pushed_by_the_other_and_whoever_hears_of_it_can_read_it_anywhere()
    {
        await using var clients = new LiveClients(nodes.B);
        var watcher = await clients.Connect("boligsocial@nordbo.example");
        await watcher.Watch(Nordlyset);
        var flagger = await nodes.A.SignIn("ejendom@nordbo.example");
        var elsewhere = TwoNodes.At(nodes.A, watcher.Person);

        for (var i = 0; i < 5; i++)
        {
            await flagger.Flag();
            var heard = (await watcher.Next("changed"))["seq"]!.GetValue<long>();

            Assert.True((await watcher.Person.Get(In(Nordlyset, "workspace"))).Seq >= heard);
            Assert.True((await elsewhere.Get(In(Nordlyset, "workspace"))).Seq >= heard);
        }
    }

    [Fact]
    public async Task A_right_given_at_one_node_counts_at_the_other_at_once_and_one_taken_ends_the_watch_there()
    {
        var admin = await nodes.A.SignIn("admin@nordbo.example");
        await using var clients = new LiveClients(nodes.B);
        var adviser = await clients.Connect("boligsocial2@nordbo.example");
        var before = await adviser.Person.Get(In(Nordlyset, "workspace"));
        await admin.Put(In(Nordlyset, $"members/{Adviser}"), new { kontor = "boligsocialtKontor", role = "medarbejder", employer = "kommune" });
        await adviser.Watch(Nordlyset);

        await admin.Delete(In(Nordlyset, $"members/{Adviser}"));
        await adviser.Next("gone");
        var after = await adviser.Person.Get(In(Nordlyset, "workspace"));

        Assert.Equal((404, 404), (before.Status, after.Status));
        Assert.Equal(before.Body, after.Body);
    }

    [Fact]
    public async Task A_form_that_one_node_has_shown_the_other_takes_and_the_cookie_with_it()
    {
        var (browser, other) = (await SignIn("dpo@nordbo.example"), await SignIn("dpo@nordbo.example"));
        await other.Open("/");
        await browser.Open(new Uri(nodes.B.Address, "/profil").AbsoluteUri);

        var status = await browser.SubmitTo("/profil/sessioner/slut", [], to: "/profil/sessioner/slut");

        Assert.Equal((HttpStatusCode.Found, "/profil"), (status, browser.Location));
    }

    [Fact]
    public async Task A_session_ended_at_one_node_is_cut_at_the_other()
    {
        const string email = "leder@nordbo.example";
        await using var clients = new LiveClients(nodes.B);
        var watcher = await clients.Connect(email);
        var browser = await SignIn(email);
        await browser.Open("/profil");
        await browser.SubmitTo("/profil/sessioner/slut", []);
        await watcher.Next("closed");

        Assert.Equal(401, (await watcher.Person.Get("/api/v1/me")).Status);
    }

    private async Task<Browser> SignIn(string email)
    {
        var browser = new Browser(nodes.A);
        await browser.Open("/login");
        await browser.SubmitSignIn(email, HubServer.Password);
        return browser;
    }
}

public sealed class NodesTests(TwoNodes nodes) : NodesContract(nodes), IClassFixture<TwoNodes>;

/// <summary>A lost wake-up costs time and nothing else.</summary>
public sealed class DeafNodesTests(TwoDeafNodes nodes) : NodesContract(nodes), IClassFixture<TwoDeafNodes>;
