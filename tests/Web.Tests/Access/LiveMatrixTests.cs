using Hub.Contracts;
using Hub.Grains.Tests;
using Hub.Web.Live;
using Hub.Web.Tests.Live;

namespace Hub.Web.Tests.Access;

/// <summary>The live hub by role and visibility: who is told that a case has changed, and with which ids.</summary>
public sealed class LiveMatrixTests
{
    /// <summary>Watch and Unwatch stand in WorkspaceHubTests for areas that are not one's own; Typing in TypingTests.</summary>
    public static IReadOnlyList<string> Methods { get; } = [nameof(WorkspaceHub.Watch), nameof(WorkspaceHub.Unwatch), nameof(WorkspaceHub.Typing)];

    [Theory] //                ejendom ejendomsleder bestyrelse boligsocial leder dpo admin
    [InlineData("ejendom", "told    told          -          told        told  -   -")]
    [InlineData("boligsocial", "-   -             -          told        told  -   -")]
    [InlineData("bestyrelse", "-    -             -          told        told  -   -")]
    public async Task A_note_on_a_case_is_told_to_the_offices_on_it_and_to_nobody_else(string flaggedBy, string expected)
    {
        await using var live = await LiveArea.Open();
        var area = live.Area;
        Person[] people = [area.Ejendom, area.Ejendomsleder, area.Bestyrelse, area.Boligsocial, area.Leder, area.Dpo, area.Admin];
        var c = await people.Single(p => p.Name == flaggedBy).Flag();
        var watching = new List<RecordingClient>();
        foreach (var person in people)
        {
            watching.Add(await live.Watch(person));
        }

        var seq = (await area.Boligsocial.Do(new AddNote(c, "Vi ringer i morgen", NoteAudience.Sagen, NoteKind.Note, null))).Seq;

        var cells = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var i in Enumerable.Range(0, people.Length).Where(i => people[i] != area.Bestyrelse))
        {
            Assert.Equal((people[i].Name, cells[i]), (people[i].Name, await Heard(watching[i], seq)));
        }

        Assert.DoesNotContain(watching[2].Rest(), m => m is Changed or Caught);
    }

    /// <summary>A change with its id, or only that the cursor moved past what is not theirs.</summary>
    private static async Task<string> Heard(RecordingClient client, long seq)
    {
        while (true)
        {
            switch (await client.Next<object>())
            {
                case Changed changed when changed.Seq == seq:
                    return "told";
                case Caught caught when caught.Seq >= seq:
                    return "-";
            }
        }
    }
}
