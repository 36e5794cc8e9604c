using System.Net;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Forms.Somebody;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Forms;

/// <summary>A matter between the board and an office, from either side and without script.</summary>
[Collection(SharedServer.Name)]
public sealed class MatterFormTests(HubServer hub)
{
    private static string Area => $"/omraader/{Nordlyset}";

    [Fact]
    public async Task The_board_asks_and_the_office_answers()
    {
        var board = await SignIn(hub, "bestyrelse");
        await board.Open($"{Area}/emner/nyt");
        await board.Send("/emner/nyt", ("title", "Porten"), ("text", "Den lukker ikke"), ("toKontor", "ejendomskontor"));
        var matter = board.Browser.Location;
        var office = await SignIn(hub, "ejendom");

        await office.Open(matter);
        await office.Send("/decide", ("text", "Smeden kommer fredag"));
        await board.Open(matter);

        Assert.Contains("Smeden kommer fredag", board.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Jens Mortensen", board.Page, StringComparison.Ordinal);
        await board.Open(Area);
        Assert.Contains("Smeden kommer fredag", board.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_puts_it_on_the_agenda_decides_closes_and_opens_again()
    {
        var board = await SignIn(hub, "bestyrelse");
        await board.Open(await Asked());

        await board.Send("/agenda", ("date", DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd")));
        await board.Send("/decide", ("text", "Ja, mod vest"));
        await board.Send("/close", ("outcome", "loest"));
        Assert.Contains("Løst", board.Page, StringComparison.Ordinal);
        await board.Send("/reopen");

        Assert.Contains("Ja, mod vest", board.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("/reopen\"", board.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_is_over_is_refused_and_the_form_stays_open()
    {
        var board = await SignIn(hub, "bestyrelse");
        await board.Open(await Asked());

        var status = await board.Send("/agenda", ("date", "2020-01-01"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.NotNull(board.Refusal);
        Assert.Contains("value=\"2020-01-01\"", board.Page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"part\" open id=\"agenda\"", board.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_marked_and_the_rest_stays()
    {
        var board = await SignIn(hub, "bestyrelse");
        await board.Open($"{Area}/emner/nyt");

        var status = await board.Send("/emner/nyt", ("title", "Porten"), ("text", ""), ("toKontor", "ejendomskontor"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("value=\"Porten\"", board.Page, StringComparison.Ordinal);
        Assert.Contains("id=\"error-text\"", board.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_that_is_no_side_of_a_matter_does_not_find_it()
    {
        var matter = await Asked();
        var other = await SignIn(hub, "ejendom");

        await other.Open(matter);

        Assert.Equal(HttpStatusCode.NotFound, other.Browser.Status);
    }

    /// <summary>Something that boligsocialt kontor asks the board.</summary>
    private async Task<string> Asked()
    {
        var asked = await (await hub.SignIn("boligsocial@nordbo.example")).Post(In(Nordlyset, "matters"), new { title = "Bænken ved søen", text = "Må den flyttes?" });
        return $"{Area}/emner/{asked.Id("matterId")}";
    }
}
