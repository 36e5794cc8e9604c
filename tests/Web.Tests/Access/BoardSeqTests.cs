using System.Net;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Access;

/// <summary>A board that sends a form is led on by its own count: the area's tells how busy the others are.</summary>
[Collection(SharedServer.Name)]
public sealed class BoardSeqTests(HubServer hub)
{
    private const string Email = "bestyrelse@nordbo.example";

    [Theory]
    [InlineData("calls")]
    [InlineData("underretning")]
    public async Task Whoever_records_what_they_did_besides_their_flag(string what)
    {
        var board = await hub.SignIn(Email);
        var c = await board.Flag();

        await LedOn(board, $"sager/{c}/{what}");
    }

    [Fact]
    public async Task Whoever_says_at_a_made_up_case_that_a_task_is_done()
    {
        var board = await hub.SignIn(Email);
        var task = (await board.Post(In(Nordlyset, "tasks"), new { title = "Hæng opslaget op", kontor = "bestyrelseskontor" })).Id("taskId");

        await LedOn(board, $"sager/{Guid.NewGuid()}/tasks/{task}/complete");
    }

    private async Task LedOn(Session board, string form)
    {
        var browser = await Browser.SignIn(hub, Email);
        var token = await browser.FormToken();
        using var content = new FormUrlEncodedContent(
            new[] { token, ("commandId", Guid.NewGuid().ToString()), ("called", "andre") }.Select(f => KeyValuePair.Create(f.Item1, WebUtility.HtmlDecode(f.Item2))));

        using var answer = await browser.Client.PostAsync($"/omraader/{Nordlyset}/{form}", content);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var told = long.Parse(answer.Headers.Location!.OriginalString.Split("?ny=")[1], null);
        var (own, staff) = (await board.Get(In(Nordlyset, "workspace")), await (await hub.SignIn("leder@nordbo.example")).Get(In(Nordlyset, "workspace")));
        Assert.True(told <= own.Seq && own.Seq < staff.Seq, $"{told} {own.Seq} {staff.Seq}");
    }
}
