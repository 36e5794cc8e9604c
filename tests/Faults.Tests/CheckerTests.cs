using System.Text.Json.Nodes;
using Hub.Contracts;
using Hub.Faults.Tests.Checking;

namespace Hub.Faults.Tests;

/// <summary>The checker finds what is planted, and nothing in a run that went well.</summary>
public sealed class CheckerTests
{
    private const string Planted = "Prøve Prøvesen";

    private static readonly Guid Tenant = Guid.NewGuid();
    private static readonly Guid Omraade = Guid.NewGuid();
    private static readonly Someone Ejendom = new("ejendom", Guid.NewGuid(), Tenant, Kontor.Ejendomskontor);
    private static readonly Someone Board = new("bestyrelse", Guid.NewGuid(), Tenant, Kontor.Bestyrelseskontor);
    private static readonly Audience Everyone = new(Kontorer.Alle, Kontorer.Alle, Kontorer.Personale);
    private static readonly Audience Staff = new(Kontorer.Personale, Kontorer.Personale, Kontorer.Personale);

    private readonly List<Guid> keys = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];
    private readonly List<Recorded> log = [];
    private readonly List<string> lines = [];

    /// <summary>Four commands, all answered; the board hears of the second and the fourth.</summary>
    public CheckerTests()
    {
        Tell(Ejendom, "began", seq: 0);
        Tell(Board, "began", seq: 0);
        for (var i = 0; i < keys.Count; i++)
        {
            var board = i % 2 == 1 ? (i + 1) / 2 : (long?)null;
            log.Add(Record(i + 1, board, keys[i]));
            Add(new { who = "ejendom", does = "sent", key = keys[i], omraadeId = Omraade });
            Add(new { who = "ejendom", does = "answered", key = keys[i], status = 200, seq = i + 1 });
            Tell(Ejendom, "applied", i + 1, new { omraadeId = Omraade, seq = i + 1, caseId = Guid.NewGuid() });
            if (board is not null)
            {
                Tell(Board, "applied", board.Value, new { omraadeId = Omraade, seq = board.Value, kind = "flagChanged" });
            }
        }

        Add(new { who = "ejendom", does = "read", omraadeId = Omraade, asked = 4, seq = 4 });
        End(Ejendom, 4, Planted);
        End(Board, 2);
    }

    [Fact]
    public void A_run_that_went_well_has_no_fault() => Assert.Empty(Faults());

    [Fact]
    public void A_lost_acknowledgement_is_found()
    {
        var lost = log[3] with { CommandId = Guid.NewGuid() };
        log[3] = lost;

        Assert.Contains(Faults(), f => f.Contains("was answered 200 and has 0 events", StringComparison.Ordinal));
    }

    [Fact]
    public void A_command_done_twice_is_found()
    {
        log.Add(log[0] with { Seq = 5, EventId = Guid.NewGuid() });

        Assert.Contains(Faults(), f => f.Contains("more than once", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refused_command_that_was_carried_out_is_found()
    {
        Replace("\"status\":200,\"seq\":2", "\"status\":409,\"seq\":null");

        Assert.Contains(Faults(), f => f.Contains("was answered 409 and has 1 events", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_with_the_wrong_seq_is_found()
    {
        Replace("\"status\":200,\"seq\":2", "\"status\":200,\"seq\":3");

        Assert.Contains(Faults(), f => f.Contains("was answered seq 3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gap_in_the_log_is_found()
    {
        log.RemoveAt(1);

        Assert.Contains(Faults(), f => f.Contains("seq 2 of the log is 3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_board_seq_that_is_left_out_is_found()
    {
        log[3] = log[3] with { BoardSeq = 3 };

        Assert.Contains(Faults(), f => f.Contains("not dense", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("missed")]
    [InlineData("twice")]
    [InlineData("swapped")]
    public void A_change_that_a_watcher_missed_or_heard_twice_or_too_early_is_found(string plant)
    {
        var (second, third) = (Applied(2), Applied(3));
        (lines[second], lines[third]) = plant switch
        {
            "missed" => (Nothing, lines[third]),
            "twice" => (lines[second], lines[second]),
            _ => (lines[third], lines[second]),
        };

        Assert.Contains(Faults(), f => f.StartsWith("ejendom", StringComparison.Ordinal) && f.Contains("applied", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cursor_that_is_moved_back_is_found()
    {
        Tell(Ejendom, "caught", 1);

        Assert.Contains(Faults(), f => f.Contains("was moved from 4 to 1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_told_to_who_it_does_not_reach_is_found()
    {
        Tell(Board, "applied", 3, new { omraadeId = Omraade, seq = 3 });

        Assert.Contains(Faults(), f => f.StartsWith("bestyrelse", StringComparison.Ordinal) && f.Contains("applied", StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_told_to_a_board_is_found()
    {
        Replace("\"kind\":\"flagChanged\"", $"\"caseId\":\"{Guid.NewGuid()}\"");

        Assert.Contains(Faults(), f => f.Contains("a board, was told which case", StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_told_to_an_office_that_may_not_know_it_is_found()
    {
        log[2] = log[2] with { Audience = Staff with { KnowsCase = Kontorer.Ingen } };

        Assert.Contains(Faults(), f => f.Contains("not theirs to know", StringComparison.Ordinal));
    }

    [Fact]
    public void A_field_that_no_change_has_is_found()
    {
        Replace("\"caseId\"", "\"name\"");

        Assert.Contains(Faults(), f => f.Contains("a field that no change has", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_in_the_bytes_of_a_push_is_found()
    {
        Replace("\"leaked\":[]", "\"leaked\":[\"Prøve Prøvesen\"]");

        Assert.Contains(Faults(), f => f.Contains("no push may hold", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_of_a_case_in_what_a_board_loads_is_found()
    {
        Replace("\"shown\":[]", $"\"shown\":[\"{Planted}\"]");

        Assert.Contains(Faults(), f => f.Contains("a board, was shown what stands in a case", StringComparison.Ordinal));
    }

    [Fact]
    public void A_search_that_finds_nothing_where_there_is_something_is_found()
    {
        Replace($"\"shown\":[\"{Planted}\"]", "\"shown\":[]");

        Assert.Contains(Faults(), f => f.Contains("was never shown", StringComparison.Ordinal));
    }

    [Fact]
    public void A_read_older_than_what_was_heard_is_found()
    {
        Replace("\"asked\":4,\"seq\":4", "\"asked\":4,\"seq\":3");

        Assert.Contains(Faults(), f => f.Contains("had heard of 4 and was shown 3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_screen_that_differs_from_a_fresh_load_is_found()
    {
        Replace("\"differs\":[]", "\"differs\":[\"/cases/0/status: ny and iGang\"]");

        Assert.Contains(Faults(), f => f.Contains("another screen", StringComparison.Ordinal));
    }

    [Fact]
    public void A_watcher_that_never_ended_is_found()
    {
        lines.RemoveAll(l => l.Contains("ended", StringComparison.Ordinal));

        Assert.Contains(Faults(), f => f.Contains("never came to an end", StringComparison.Ordinal));
    }

    private const string Nothing = """{"does":"nothing"}""";

    private IReadOnlyList<string> Faults()
    {
        var history = new History();
        lines.ForEach(history.Add);
        return new Checker([Ejendom, Board], new Dictionary<Guid, IReadOnlyList<Recorded>> { [Omraade] = log }, [Planted]).Check(history);
    }

    private int Applied(long seq) => lines.FindIndex(l => l.Contains("\"ejendom\",\"does\":\"applied\"", StringComparison.Ordinal) && l.Contains($"\"seq\":{seq},", StringComparison.Ordinal));

    private void Replace(string old, string @new)
    {
        var at = lines.FindIndex(l => l.Contains(old, StringComparison.Ordinal));
        lines[at] = lines[at].Replace(old, @new, StringComparison.Ordinal);
    }

    private void Tell(Someone who, string does, long seq, object? change = null) => Add(new { who = who.Email, does, omraadeId = Omraade, seq, change });

    private void End(Someone who, long seq, params string[] shown) =>
        Add(new { who = who.Email, does = "ended", omraadeId = Omraade, seq, differs = Array.Empty<string>(), leaked = Array.Empty<string>(), shown });

    private void Add(object line) => lines.Add(JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(line))!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    private static Recorded Record(long seq, long? board, Guid key) => new(
        seq, board, Guid.NewGuid(), CommandIds.Of(Tenant, Ejendom.UserId, Omraade, key), DateTimeOffset.UnixEpoch, Ejendom.UserId, Kontor.Ejendomskontor,
        board is null ? Staff : Everyone, new CasePickedUp(Guid.NewGuid(), Guid.NewGuid()));
}
