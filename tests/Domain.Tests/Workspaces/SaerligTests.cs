using System.Text.Json;
using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>A text on health (GDPR art. 9) or on offences (databeskyttelsesloven § 8) stays with the office that wrote it until a basis carries it.</summary>
public class SaerligTests
{
    private const string Text = "Hun tager medicin mod smerter";

    private readonly Scenario area = new();

    public static TheoryData<Saerlig> Marks => [Saerlig.Helbred, Saerlig.Strafbart, Saerlig.Helbred | Saerlig.Strafbart];

    [Theory]
    [MemberData(nameof(Marks))]
    public void A_description_is_kept_from_the_other_office_and_says_so(Saerlig mark)
    {
        var id = area.Flag(Vicevaert, Marked(mark));

        var view = area.View(Boligsocial, id)!;

        Assert.Null(view.Description);
        Assert.Equal((true, mark), (view.Mark!.Hidden, view.Mark.Saerlig.Aggregate((a, b) => a | b)));
        Assert.True(Assert.Single(view.Timeline).Mark!.Hidden);
        Nowhere(Boligsocial, id);
        Assert.Equal((Text, false), (area.View(Vicevaert, id)!.Description, area.View(Vicevaert, id)!.Mark!.Hidden));
    }

    [Fact] // GDPR art. 9(2)(a): a yes to being named is none to telling of health
    public void An_ordinary_consent_opens_the_name_and_not_the_text()
    {
        var id = area.Flag(Vicevaert, Marked(Saerlig.Helbred) with { LegalBasis = Beboere.Consent() });

        Assert.Equal("Karen Østergård", area.View(Boligsocial, id)!.Card.Identity!.Name);
        Nowhere(Boligsocial, id);
    }

    [Theory] // art. 9(2)(a), databeskyttelsesloven § 8 stk. 3-4
    [MemberData(nameof(Marks))]
    public void An_explicit_consent_opens_it_and_withdrawn_closes_it(Saerlig mark)
    {
        var id = area.Flag(Vicevaert, Marked(mark) with { LegalBasis = Beboere.Consent() with { Covers = mark } });
        Assert.Equal(Text, area.View(Boligsocial, id)!.Description);

        area.Given(Vicevaert, new WithdrawLegalBasis(id));

        Nowhere(Boligsocial, id);
    }

    [Theory]
    [InlineData(Saerlig.Helbred, Saerlig.Strafbart)] // one is not the other
    [InlineData(Saerlig.Strafbart, Saerlig.Helbred)]
    [InlineData(Saerlig.Helbred | Saerlig.Strafbart, Saerlig.Helbred)] // both are needed
    public void A_consent_to_the_one_is_none_to_the_other(Saerlig mark, Saerlig covers) =>
        Nowhere(Boligsocial, area.Flag(Vicevaert, Marked(mark) with { LegalBasis = Beboere.Consent() with { Covers = covers } }));

    [Fact] // art. 9(2)(c)
    public void Vital_interests_open_it_for_their_day()
    {
        var id = area.Flag(Vicevaert, Marked(Saerlig.Helbred) with { LegalBasis = new(LegalBasisKind.VitaleInteresser) });
        Assert.Equal(Text, area.View(Boligsocial, id)!.Description);

        area.Now += TimeSpan.FromDays(1);

        Nowhere(Boligsocial, id);
    }

    [Theory] // art. 9(2) knows neither of these
    [InlineData(LegalBasisKind.Lejekontrakt)]
    [InlineData(LegalBasisKind.BeretigetInteresse)]
    [InlineData(LegalBasisKind.Myndighedsopgave)]
    public void What_opens_the_name_need_not_open_health(LegalBasisKind kind)
    {
        var flag = Marked(Saerlig.Helbred) with { Category = Category.Restance, LegalBasis = new(kind, Purpose: "Betaling", Covers: Saerlig.Helbred) };
        var id = area.Flag(Vicevaert, flag);

        Assert.Equal(IdentityState.Aaben, area.View(Boligsocial, id)!.Card.Identity!.State);
        Nowhere(Boligsocial, id);
    }

    [Fact] // databeskyttelsesloven § 8 stk. 3-4
    public void An_interest_that_clearly_outweighs_opens_offences_where_that_was_weighed()
    {
        var weighed = new LegalBasisInput(LegalBasisKind.BeretigetInteresse, Purpose: "Naboernes sikkerhed", Covers: Saerlig.Strafbart);
        Nowhere(Boligsocial, area.Flag(Vicevaert, Marked(Saerlig.Strafbart) with { LegalBasis = weighed with { Covers = Saerlig.Ingen } }));
        Assert.Equal(Text, area.View(Boligsocial, area.Flag(Vicevaert, Marked(Saerlig.Strafbart) with { LegalBasis = weighed }))!.Description);
    }

    [Fact] // art. 9(2)(c): danger to life
    public void Break_glass_opens_it_for_four_hours()
    {
        var id = area.Flag(Vicevaert, Marked(Saerlig.Helbred) with { LegalBasis = Beboere.Consent() });
        Assert.Contains("unseal", area.View(Boligsocial, id)!.Actions);
        area.Given(Boligsocial, new UnsealCase(id, UnsealKind.FareForLiv, "Ligger på gulvet"));
        Assert.Equal(Text, area.View(Boligsocial, id)!.Description);

        area.Now += TimeSpan.FromHours(4);

        Nowhere(Boligsocial, id);
    }

    [Fact]
    public void A_note_a_handover_a_line_back_and_what_the_beboer_can_are_kept_alike()
    {
        var id = area.Flag(Boligsocial, Beboere.Worry() with { ToKontor = Kontor.Ejendomskontor });
        area.Given(Vicevaert, new PickUpCase(id));
        area.Given(Vicevaert, new AddNote(id, Text, NoteAudience.Sagen, NoteKind.Note, null, Saerlig.Helbred));
        area.Given(Vicevaert, new AddNote(id, Text, NoteAudience.Melder, NoteKind.Note, null, Saerlig.Helbred));
        area.Given(Vicevaert, new DescribeBeboer(id, Text, Text, BeboerVed.Ja, Saerlig.Helbred));
        area.Given(Vicevaert, new OfferHandover(id, Kontor.BoligsocialtKontor, Text, Text, null, Saerlig.Helbred));

        Nowhere(Boligsocial, id);
        var view = area.View(Boligsocial, id)!;
        Assert.Equal(4, view.Timeline.Count(e => e.Mark is { Hidden: true }));
        Assert.True(view.Beboeren!.Mark!.Hidden);
        Assert.True(Assert.Single(view.Handovers).Mark!.Hidden);
        Assert.All(OwnFlag(Boligsocial, id).Answers, a => Assert.True(a.Mark!.Hidden));

        area.Given(Boligsocial, new RecordLegalBasis(id, Beboere.Consent(Kontorer.BoligsocialtKontor) with { Covers = Saerlig.Helbred }));
        view = area.View(Boligsocial, id)!;
        Assert.Equal((Text, Text, Text), (view.Beboeren!.Kan, view.Handovers[0].Summary, OwnFlag(Boligsocial, id).Answers[0].Text));
    }

    [Fact]
    public void An_unmarked_text_beside_it_is_read_as_ever()
    {
        var id = area.Flag(Vicevaert, Marked(Saerlig.Helbred));
        area.Given(Vicevaert, Beboere.Note(id, NoteAudience.Sagen, "Bor i stuen"));

        Assert.Contains(area.View(Boligsocial, id)!.Timeline, e => e is { Text: "Bor i stuen", Mark: null });
    }

    [Fact] // GDPR art. 9, databeskyttelsesloven § 8: no basis carries it to elected neighbours
    public void Nothing_of_it_goes_to_a_board()
    {
        var id = area.Picked();
        var refused = area.When(Boligsocial, Beboere.Offer(id, Kontor.Bestyrelseskontor) with { Saerlig = Saerlig.Helbred }).Refused(RejectionCode.PersonalDataInText);
        Assert.Equal("special_category", refused.Fields!["summary"][0]);
    }

    [Fact]
    public void A_board_writes_nothing_of_it()
    {
        var refused = area.When(Bestyrelse, Beboere.Worry() with { Saerlig = Saerlig.Strafbart }).Refused(RejectionCode.Invalid);
        Assert.Equal("not_for_board", refused.Fields!["saerlig"][0]);
    }

    [Fact]
    public void It_can_be_opened_also_where_nobody_is_named()
    {
        var id = area.Flag(Vicevaert, Beboere.Nobody() with { Description = Text, Saerlig = Saerlig.Helbred });
        Nowhere(Boligsocial, id);

        area.Given(Vicevaert, new RecordLegalBasis(id, Beboere.Consent() with { Covers = Saerlig.Helbred }));

        Assert.Equal(Text, area.View(Boligsocial, id)!.Description);
    }

    [Fact]
    public void Whoever_meets_it_is_told_what_would_open_it() => Assert.Equal(
        [LegalBasisKind.Samtykke, LegalBasisKind.VitaleInteresser], area.View(Boligsocial, area.Flag(Vicevaert, Marked(Saerlig.Helbred)))!.Mark!.OpenedBy);

    [Fact]
    public void The_sender_is_told_beforehand()
    {
        var flag = Marked(Saerlig.Helbred);
        Assert.True(Domain.Cases.Forecasts.Of(flag, Vicevaert, area.Area, area.Now).Mark!.Hidden);
        Assert.False(Domain.Cases.Forecasts.Of(flag with { LegalBasis = Beboere.Consent() with { Covers = Saerlig.Helbred } }, Vicevaert, area.Area, area.Now).Mark!.Hidden);
        Assert.Null(Domain.Cases.Forecasts.Of(Beboere.Worry(), Vicevaert, area.Area, area.Now).Mark);
    }

    private static FlagCase Marked(Saerlig mark) => Beboere.Worry() with { Description = Text, Saerlig = mark };

    private OwnFlag OwnFlag(Membership by, Guid id) => Views.View.OwnFlag(area.Case(id), area.History(id), area.Seen(by), area.Now, area.Area);

    private void Nowhere(Membership by, Guid id)
    {
        var everything = JsonSerializer.Serialize(area.View(by, id)) + JsonSerializer.Serialize(area.Workspace(by))
            + (by.Kontor == area.Case(id).FirstFlagger.Kontor ? JsonSerializer.Serialize(OwnFlag(by, id)) : "");
        Assert.DoesNotContain("medicin", everything, StringComparison.OrdinalIgnoreCase);
    }
}
