using System.Text.Json.Nodes;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Api;

[Collection(SharedServer.Name)]
public sealed class CaseFlowTests(HubServer hub)
{
    private static readonly object Named = new { name = "Åge Prøvesen", phone = "00 11 22 33" };

    [Fact]
    public async Task An_identity_is_sealed_until_a_legal_basis_opens_it_and_again_when_that_is_withdrawn()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var boligsocial = await hub.SignIn("boligsocial@nordbo.example");
        var sag = await ejendom.Flag(beboer: Named);
        var path = In(Nordlyset, $"cases/{sag}");

        var sealedCase = await boligsocial.Get(path);
        await ejendom.Post($"{path}/legal-basis", new { kind = "samtykke", form = "mundtligt", recipients = (string[])["boligsocialtKontor"] });
        var open = await boligsocial.Get(path);
        await ejendom.Delete($"{path}/legal-basis");
        var again = await boligsocial.Get(path);

        Assert.Equal("sealed", sealedCase.Json["identity"]!.GetValue<string>());
        Assert.Equal("Åge Prøvesen", open.Json["identity"]!["name"]!.GetValue<string>());
        Assert.Equal("sealed", again.Json["identity"]!.GetValue<string>());
        Assert.DoesNotContain("Prøvesen", again.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_read_flat_with_its_seq_as_ETag_its_timeline_and_the_names_of_colleagues()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej");
        await ejendom.Post(In(Nordlyset, $"cases/{sag}/pickup"));
        await ejendom.Post(In(Nordlyset, $"cases/{sag}/notes"), new { text = "Talte med opgangen.", audience = "sagen", kind = "moede" });

        var read = await ejendom.Get(In(Nordlyset, $"cases/{sag}"));

        Assert.Equal(sag, read.Id("caseId"));
        Assert.Equal($"\"{read.Seq}\"", read.Headers["ETag"]);
        Assert.Equal("Talte med opgangen.", read.Json["timeline"]!.AsArray()[^1]!["text"]!.GetValue<string>());
        Assert.Equal("Jens Mortensen", read.Json["names"]![read.Json["assignee"]!.GetValue<string>()]!.GetValue<string>());
        Assert.EndsWith("Z", read.Json["flaggedAt"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(read.Json.AsObject().ContainsKey("identity"));
        Assert.False(read.Json.AsObject().ContainsKey("outcome"));
    }

    [Fact]
    public async Task A_handover_goes_over_when_the_receiver_accepts_it()
    {
        var boligsocial = await hub.SignIn("boligsocial@nordbo.example");
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await boligsocial.Flag();

        var offered = await boligsocial.Post(
            In(Nordlyset, $"cases/{sag}/handovers"), new { toKontor = "ejendomskontor", reason = "Praktisk.", summary = "Døren binder." });
        var own = await boligsocial.Post(In(Nordlyset, $"handovers/{offered.Id("handoverId")}/accept"));
        var accepted = await ejendom.Post(In(Nordlyset, $"handovers/{offered.Id("handoverId")}/accept"));

        Assert.Equal((201, "not_addressee", 200), (offered.Status, own.Code, accepted.Status));
        Assert.Equal("ejendomskontor", (await ejendom.Get(In(Nordlyset, $"cases/{sag}"))).Json["kontor"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_handover_to_the_board_opens_a_matter_without_the_case()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var board = await hub.SignIn("bestyrelse@nordbo.example");
        var sag = await ejendom.Flag("haervaerkEllerUtryghed");

        var opened = await ejendom.Post(
            In(Nordlyset, $"cases/{sag}/handovers"), new { toKontor = "bestyrelseskontor", reason = "Økonomi.", summary = "Kan der sættes en lampe op?" });
        var matter = await board.Get(In(Nordlyset, $"matters/{opened.Id("matterId")}"));

        Assert.Equal(201, opened.Status);
        Assert.Equal("Kan der sættes en lampe op?", matter.Json["summary"]!.GetValue<string>());
        Assert.DoesNotContain(sag.ToString(), matter.Body, StringComparison.Ordinal);
        Assert.Equal("ejendomskontor", (await ejendom.Get(In(Nordlyset, $"cases/{sag}"))).Json["kontor"]!.GetValue<string>());
    }

    [Fact]
    public async Task Receipts_count_for_the_board_what_the_board_sees()
    {
        var board = await hub.SignIn("bestyrelse@nordbo.example");
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var first = await board.Post(In(Nordlyset, "matters"), new { title = "Bænk", text = "En bænk ved søen." });
        await ejendom.Flag();
        await ejendom.Flag();
        var second = await board.Post(In(Nordlyset, $"matters/{first.Id("matterId")}/notes"), new { text = "Gerne i træ." });

        Assert.Equal(first.Seq + 1, second.Seq);
    }

    [Fact]
    public async Task An_urgent_worry_is_answered_with_whom_to_ring()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");

        var flagged = await ejendom.Post(In(Nordlyset, "flags"), new { category = "ikkeSet", severity = "akut", description = "Ingen åbner.", boernIHjemmet = true });
        var called = await ejendom.Post(
            In(Nordlyset, $"cases/{flagged.Id("caseId")}/calls"), new { called = "politi114", at = DateTimeOffset.UtcNow });

        Assert.Equal("114", flagged.Json["advice"]!["ring"]!.GetValue<string>());
        Assert.NotNull(flagged.Json["advice"]!["dutyPhone"]);
        Assert.NotNull(flagged.Json["advice"]!["underretning"]);
        Assert.Equal(200, called.Status);
    }

    [Fact]
    public async Task The_dpo_erases_and_nobody_reads_it_again()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var dpo = await hub.SignIn("dpo@nordbo.example");
        var sag = await ejendom.Flag(beboer: Named);

        var erased = await dpo.Post(In(Nordlyset, $"cases/{sag}/erasure"));
        var read = await ejendom.Get(In(Nordlyset, $"cases/{sag}"));

        Assert.Equal(200, erased.Status);
        Assert.Null(read.Json["identity"]);
        Assert.DoesNotContain("Prøvesen", read.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_boards_workspace_has_no_field_for_a_person()
    {
        var board = await hub.SignIn("bestyrelse@nordbo.example");
        await board.Flag(beboer: Named);

        var workspace = await board.Get(In(Nordlyset, "workspace"));

        Assert.Equal(["epoch", "flags", "matters", "offices", "officesFrom", "seq", "tasks"], workspace.Json.AsObject().Select(p => p.Key).Order());
        Assert.All(workspace.Json["flags"]!.AsArray(), f => Assert.Equal(["flaggedAt", "number", "status", "updatedAt"], Keys(f)));
        Assert.DoesNotContain("caseId", workspace.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Prøvesen", workspace.Body, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(JsonNode? node) => node!.AsObject().Select(p => p.Key).Order();
}
