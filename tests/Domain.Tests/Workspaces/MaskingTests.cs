using System.Text.Json;
using Hub.Contracts;
using Hub.Domain.Views;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>While the identity is sealed, whatever way a text repeats it is masked in every text that a sealed-out reader is shown (GDPR art. 5(1)(f)).</summary>
public class MaskingTests
{
    private static readonly string[] Ways =
        ["Karen Østergård", "Østergård, Karen", "karen ostergaard", "Østergårds", "Nordlysvej 12", "Nordlysvej 12, 3. tv", "20 30 40 50", "+45 20304050"];

    private static readonly string[] Places = ["description", "note", "line back", "beboer", "summary", "reason", "task", "purpose", "closing", "matter", "decision"];

    private readonly Scenario area = new();

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var place in Places)
            {
                foreach (var way in Ways)
                {
                    cases.Add(place, way);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nobody_for_whom_it_is_sealed_reads_it(string place, string way)
    {
        var (id, reader) = Write(place, $"Det er {way} igen");

        var shown = Shown(id, reader);

        Assert.Contains("Det er ▇▇▇", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(way, shown, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Writes the text where it says while it is allowed, seals the identity, and says who reads it then.</summary>
    private (Guid Case, Membership Reader) Write(string place, string text) => place switch
    {
        "line back" => Back(text),
        "summary" => Handed(text, "Hører til hos jer"),
        "reason" => Handed("Fugt i soveværelset", text),
        _ => Told(place, text),
    };

    private (Guid, Membership) Told(string place, string text)
    {
        var open = Beboere.Worry() with { ToKontor = Kontor.BoligsocialtKontor, LegalBasis = Beboere.Consent(), Description = place == "description" ? text : "Lugter" };
        var id = area.Flag(Vicevaert, open);
        area.Given(Boligsocial, new PickUpCase(id));
        switch (place)
        {
            case "note": area.Given(Vicevaert, Beboere.Note(id, NoteAudience.Sagen, text)); break;
            case "beboer": area.Given(Vicevaert, new DescribeBeboer(id, text, null, BeboerVed.Ja)); break;
            case "purpose": area.Given(Vicevaert, new RecordLegalBasis(id, Beboere.Consent() with { Purpose = text })); break;
            case "task": area.Given(Boligsocial, new CreateTask(text, Kontor.BoligsocialtKontor, id, null, null, null)); break;
            case "closing": area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, text)); break;
            case "matter" or "decision": Board(id, place, text); break;
        }

        area.Given(Vicevaert, new WithdrawLegalBasis(id));
        return (id, Boligsocial);
    }

    /// <summary>A board that has guessed right may write what it will; a flagger of the other office is written to.</summary>
    private void Board(Guid id, string place, string text)
    {
        var matter = area.Given(Boligsocial, Beboere.Offer(id, Kontor.Bestyrelseskontor)).Receipt.MatterId!.Value;
        area.Given(Bestyrelse, place == "matter" ? new AddMatterNote(matter, text) : new DecideMatter(matter, text));
    }

    private (Guid, Membership) Handed(string summary, string reason)
    {
        var id = area.Flag(Boligsocial);
        area.Given(Boligsocial, new OfferHandover(id, Kontor.Ejendomskontor, reason, summary, null));
        return (id, Vicevaert);
    }

    /// <summary>Merged into a case that another office flagged first, a flagger reads the answers of a case whose name is not theirs.</summary>
    private (Guid, Membership) Back(string text)
    {
        var id = area.Flag(Boligsocial, Beboere.Worry() with { ToKontor = Kontor.BoligsocialtKontor });
        var other = area.Flag(Vicevaert, Beboere.Nobody() with { LegalBasis = Beboere.Consent() });
        area.Given(Boligsocial, new LinkCases(other, id, LinkKind.Dublet));
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Melder, text));
        return (id, Vicevaert);
    }

    private string Shown(Guid id, Membership reader)
    {
        var (viewer, c) = (area.Seen(reader), area.Case(id));
        return JsonSerializer.Serialize(area.View(reader, id), Plain) + JsonSerializer.Serialize(area.Workspace(reader), Plain)
            + JsonSerializer.Serialize(View.OwnFlag(c, area.History(id), viewer, area.Now, area.Area), Plain)
            + JsonSerializer.Serialize(area.State.Matters.Values.Select(m => View.Matter(area.State, m, area.Log, viewer, area.Now, area.Area)), Plain);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
