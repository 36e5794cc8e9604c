using System.Text.Json;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Access;

/// <summary>
/// Whoever may not know whom a case is about learns it neither from what becomes of a list of names they write, nor by making themselves its
/// flagger (GDPR art. 5(1)(f)).
/// </summary>
[Collection(SharedServer.Name)]
public sealed class GuessTests(HubServer hub)
{
    private const string Name = "Valdemar Prangsen";
    private const string Hidden = "▇▇▇";
    private const string Guesses = "Bolette Aggesen, Valdemar Prangsen, Ditte Trolle";

    private static readonly object Somebody = new { name = Name };
    private static readonly object Consent = new { kind = "samtykke", form = "mundtligt" };

    [Fact]
    public async Task A_list_of_names_in_a_note_comes_back_as_it_was_written()
    {
        var (social, c) = await Sealed();

        await Ok(social.Post(In(Nordlyset, $"cases/{c}/notes"), new { text = Guesses, audience = "sagen", kind = "note" }));

        Assert.Contains(Guesses, Texts(await social.Get(In(Nordlyset, $"cases/{c}"))), StringComparison.Ordinal);
        Assert.Contains(Guesses, Texts(await (await hub.SignIn("leder@nordbo.example")).Get(In(Nordlyset, $"cases/{c}"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ejendomskontor")]
    [InlineData("boligsocialtKontor")]
    public async Task So_it_does_in_the_title_of_a_task_which_is_not_refused_either(string kontor)
    {
        var (social, c) = await Sealed();

        await Ok(social.Post(In(Nordlyset, "tasks"), new { title = Guesses, kontor, caseId = c }));

        Assert.Contains(Guesses, Texts(await social.Get(In(Nordlyset, $"cases/{c}"))), StringComparison.Ordinal);
        Assert.DoesNotContain(Hidden, Texts(await social.Get(In(Nordlyset, $"cases/{c}"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_in_the_summary_of_a_handover()
    {
        var (social, c) = await Sealed();

        await Ok(social.Post(In(Nordlyset, $"cases/{c}/handovers"), new { toKontor = "ejendomskontor", reason = "Jeres", summary = Guesses }));

        Assert.DoesNotContain(Hidden, Texts(await social.Get(In(Nordlyset, $"cases/{c}"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Towards_the_board_a_guess_is_not_refused_and_the_board_reads_it_masked()
    {
        var (social, c) = await Sealed();
        var asked = await Ok(social.Post(In(Nordlyset, $"cases/{c}/handovers"), new { toKontor = "bestyrelseskontor", reason = "Til mødet", summary = Guesses }));
        var m = asked.Id("matterId");
        await Ok(social.Post(In(Nordlyset, $"matters/{m}/notes"), new { text = $"Det er {Guesses}" }));
        await Ok(social.Post(In(Nordlyset, "tasks"), new { title = $"Tal om {Guesses}", kontor = "bestyrelseskontor", matterId = m }));

        var board = await hub.SignIn("bestyrelse@nordbo.example");
        var read = Texts(await board.Get(In(Nordlyset, $"matters/{m}"))) + Texts(await board.Get(In(Nordlyset, "workspace")));
        var own = Texts(await social.Get(In(Nordlyset, $"matters/{m}")));

        Assert.Contains($"Det er Bolette Aggesen, {Hidden}, Ditte Trolle", read, StringComparison.Ordinal);
        Assert.Contains($"Tal om Bolette Aggesen, {Hidden}, Ditte Trolle", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Prangsen", read, StringComparison.Ordinal);
        Assert.DoesNotContain(Hidden, own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_while_it_was_open_is_masked_after_the_withdrawal_and_what_is_written_then_is_not()
    {
        var (social, c) = await Sealed(Consent);
        await Ok(social.Post(In(Nordlyset, $"cases/{c}/notes"), new { text = $"Talte med {Name}", audience = "sagen", kind = "note" }));
        await Ok((await hub.SignIn("ejendom@nordbo.example")).Delete(In(Nordlyset, $"cases/{c}/legal-basis")));
        await Ok(social.Post(In(Nordlyset, $"cases/{c}/notes"), new { text = Guesses, audience = "eget", kind = "note" }));

        var read = Texts(await social.Get(In(Nordlyset, $"cases/{c}")));

        Assert.Contains($"Talte med {Hidden}", read, StringComparison.Ordinal);
        Assert.Contains(Guesses, read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_up_flag_that_is_merged_into_a_case_gives_nobody_leave_to_record_a_basis_for_themselves()
    {
        var social = await hub.SignIn("boligsocial@nordbo.example");
        var theirs = (await social.Post(In(Nordlyset, "flags"), new { category = "mistrivsel", description = "x", beboer = Somebody, toKontor = "boligsocialtKontor" })).Id("caseId");
        await Ok(social.Post(In(Nordlyset, $"cases/{theirs}/handovers"), new { toKontor = "ejendomskontor", reason = "Jeres", summary = "Fugt" }));
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var madeUp = (await ejendom.Post(In(Nordlyset, "flags"), new { category = "andet", description = "x", toKontor = "ejendomskontor" })).Id("caseId");
        await Ok(ejendom.Post(In(Nordlyset, $"cases/{madeUp}/links"), new { caseId = theirs, kind = "dublet" }));

        var recorded = await ejendom.Post(
            In(Nordlyset, $"cases/{theirs}/legal-basis"), new { kind = "samtykke", form = "mundtligt", purpose = "x", recipients = new[] { "ejendomskontor" } });
        var read = await ejendom.Get(In(Nordlyset, $"cases/{theirs}"));

        Assert.Equal((403, "not_allowed"), (recorded.Status, recorded.Code));
        Assert.Equal("sealed", read.Json["identity"]!.GetValue<string>());
        Assert.DoesNotContain("Prangsen", Texts(read), StringComparison.Ordinal);
    }

    /// <summary>A case that boligsocialt kontor holds and ejendomskontoret raised.</summary>
    private async Task<(Session Social, Guid Case)> Sealed(object? basis = null) =>
        (await hub.SignIn("boligsocial@nordbo.example"), await (await hub.SignIn("ejendom@nordbo.example")).Flag("mistrivsel", Somebody, basis));

    private static string Texts(Reply reply) => reply.Json.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static async Task<Reply> Ok(Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(reply.Status is 200 or 201, $"{reply.Status} {reply.Body}");
        return reply;
    }
}
