using System.Text.Json;
using Hub.Contracts;
using Hub.Domain.Tests.Workspaces;
using Hub.Domain.Views;

namespace Hub.Domain.Tests.Confidentiality;

/// <summary>Whatever random people do in whatever order, no view shows what its viewer may not know.</summary>
public class ConfidentialityTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_view_shows_what_its_viewer_may_not_know(int seed)
    {
        var crowd = new Crowd(seed);
        for (var step = 1; step <= 300; step++)
        {
            crowd.Step();
            if (step % 25 == 0)
            {
                Assert.All(Cast.Everyone, viewer => Check(crowd, viewer));
            }
        }

        Assert.True(crowd.Accepted > 60, "too few commands made sense to prove anything");
    }

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    public void No_change_reaches_an_office_that_may_not_know_of_its_case(int seed)
    {
        var crowd = new Crowd(seed);
        for (var step = 1; step <= 400; step++)
        {
            var (before, seen) = (Related(crowd), crowd.Area.Log.Count);
            crowd.Step();
            var after = Related(crowd);
            foreach (var recorded in crowd.Area.Log.Skip(seen).Where(r => r.Event is CaseEvent))
            {
                var id = ((CaseEvent)recorded.Event).CaseId;
                var may = before.GetValueOrDefault(id) | after[id];
                Assert.Equal(Kontorer.Ingen, recorded.Audience.Reached & Kontorer.Personale & ~may);
                Assert.Equal(Kontorer.Ingen, recorded.Audience.KnowsCase & ~may);
            }
        }

        Assert.Equal(Enumerable.Range(1, (int)crowd.Area.State.BoardSeq).Select(n => (long)n), crowd.Area.Log.Select(r => r.BoardSeq).OfType<long>());
        Assert.All(crowd.Area.Log, r => Assert.False(r.Audience.KnowsCase.Has(Kontor.Bestyrelseskontor)));
    }

    [Fact]
    public void Replaying_the_log_gives_the_same_state()
    {
        var crowd = new Crowd(103);
        for (var step = 1; step <= 400; step++)
        {
            crowd.Step();
        }

        var replayed = crowd.Area.Log.Aggregate(WorkspaceState.Empty, WorkspaceApply.Apply);
        Assert.Equal(JsonSerializer.Serialize(crowd.Area.State), JsonSerializer.Serialize(replayed));
    }

    private static void Check(Crowd crowd, Membership viewer)
    {
        var shown = Everything(crowd, viewer);
        Assert.All(Whisper.In(shown), word => Assert.True(crowd.Oracle.MayRead(viewer, word, crowd.Area.Now), Leak(crowd, viewer, word)));
    }

    private static string Leak(Crowd crowd, Membership viewer, string word) =>
        $"{viewer.Kontor} {viewer.Rolle} reads {word} of {string.Join(", ", crowd.Area.Log.Where(r => Whisper.In(r.Event).Contains(word)).Select(r => $"{r.Seq} {r.Event.GetType().Name} from {r.From}"))}";

    private static string Everything(Crowd crowd, Membership viewer)
    {
        var area = crowd.Area;
        if (viewer.Kontor == Kontor.Bestyrelseskontor)
        {
            Assert.All(crowd.Cases, id => Assert.Null(area.View(viewer, id)));
            return JsonSerializer.Serialize(area.Board())
                + JsonSerializer.Serialize(area.State.Matters.Values.Select(m => View.BoardMatter(area.State, m, area.Log, area.Seen(viewer), area.Now, area.Area)));
        }

        return JsonSerializer.Serialize(area.Workspace(viewer))
            + JsonSerializer.Serialize(crowd.Cases.Select(id => area.View(viewer, id)))
            + JsonSerializer.Serialize(area.State.Matters.Values.Select(m => View.Matter(area.State, m, area.Log, area.Seen(viewer), area.Now, area.Area)));
    }

    private static Dictionary<Guid, Kontorer> Related(Crowd crowd) => crowd.Cases.ToDictionary(id => id, crowd.Oracle.Related);
}
