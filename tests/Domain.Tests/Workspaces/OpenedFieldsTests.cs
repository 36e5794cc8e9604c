using System.Text.Json;
using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>A basis opens the fields that it needs and no others (GDPR art. 5(1)(c)).</summary>
public class OpenedFieldsTests
{
    private const string Phone = "20 30 40 50";

    private readonly Scenario area = new();

    [Fact] // art. 6(1)(b)
    public void The_tenancy_tells_boligsocialt_kontor_who_and_where_but_no_phone_number()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { LegalBasis = new(LegalBasisKind.Lejekontrakt) });

        var seen = area.View(Boligsocial, id)!.Card.Identity!;

        Assert.Equal((IdentityState.Aaben, "Karen Østergård", "Nordlysvej 12, 3. tv"), (seen.State, seen.Name, seen.Address));
        Assert.Equal((null, IdentityFields.Phone), (seen.Phone, seen.Hidden));
        Assert.DoesNotContain(Phone, JsonSerializer.Serialize(area.View(Boligsocial, id)), StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, JsonSerializer.Serialize(area.Workspace(Boligsocial)), StringComparison.Ordinal);
    }

    [Fact] // art. 6(1)(a)
    public void Consent_tells_all_of_it()
    {
        var seen = area.View(Boligsocial, area.Flag(Vicevaert, Beboere.Worry() with { LegalBasis = Beboere.Consent() }))!.Card.Identity!;

        Assert.Equal((Phone, IdentityFields.None), (seen.Phone, seen.Hidden));
    }

    [Fact]
    public void A_text_that_repeats_a_field_which_stayed_sealed_shows_that_masked_and_the_rest_as_it_is()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { LegalBasis = new(LegalBasisKind.Lejekontrakt) });
        area.Given(Vicevaert, Beboere.Note(id, NoteAudience.Sagen, $"Karen tager den på {Phone}"));

        Assert.Contains(area.View(Boligsocial, id)!.Timeline, e => e.Text == "Karen tager den på ▇▇▇");
        Assert.Contains(area.View(Vicevaert, id)!.Timeline, e => e.Text == $"Karen tager den på {Phone}");
    }

    [Fact]
    public void A_task_may_not_name_it_to_the_office_that_does_not_see_it()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { LegalBasis = new(LegalBasisKind.Lejekontrakt) });

        area.When(Vicevaert, new CreateTask("Ring til Karen", Kontor.BoligsocialtKontor, id, null, null, null)).Accepted();
        area.When(Vicevaert, new CreateTask($"Ring på {Phone}", Kontor.BoligsocialtKontor, id, null, null, null)).Refused(RejectionCode.PersonalDataInText);
    }

    [Fact]
    public void Those_on_the_case_are_told_what_each_office_does_not_see()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { LegalBasis = new(LegalBasisKind.Lejekontrakt) });

        Assert.Equal([[], [IdentityFields.Phone]], area.View(Vicevaert, id)!.NameAccess.Select(a => a.Hidden.ToArray()));
    }

    [Fact] // art. 6(1)(d)
    public void In_danger_the_phone_is_opened_too_and_goes_after_four_hours_while_the_name_stays()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { LegalBasis = new(LegalBasisKind.Lejekontrakt) });
        Assert.Contains("unseal", area.View(Boligsocial, id)!.Actions);

        area.Given(Boligsocial, new UnsealCase(id, UnsealKind.FareForLiv, "Svarer ikke"));

        Assert.Equal((Phone, area.Now.AddHours(4)), (area.View(Boligsocial, id)!.Card.Identity!.Phone, area.View(Boligsocial, id)!.Card.Identity!.SealsAt));
        area.Now += TimeSpan.FromHours(4);
        Assert.Equal(("Karen Østergård", null), (area.View(Boligsocial, id)!.Card.Identity!.Name, area.View(Boligsocial, id)!.Card.Identity!.Phone));
    }

    [Theory] // GDPR art. 5(1)(e)
    [InlineData(LegalBasisKind.Samtykke, 365)]
    [InlineData(LegalBasisKind.Lejekontrakt, 180)]
    [InlineData(LegalBasisKind.Myndighedsopgave, 180)]
    [InlineData(LegalBasisKind.BeretigetInteresse, 30)]
    [InlineData(LegalBasisKind.VitaleInteresser, 1)]
    public void Where_nobody_says_it_runs_out_as_its_kind_does(LegalBasisKind kind, int days)
    {
        var id = area.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { LegalBasis = new(kind, LegalBasisForm.Mundtligt) });
        Assert.Equal(area.Now.AddDays(days), area.Case(id).Basis.Expires);

        area.Now += TimeSpan.FromDays(days);

        Assert.Equal(IdentityState.Forseglet, area.View(Boligsocial, id)!.Card.Identity!.State);
    }

    [Fact] // art. 6(1)(d): until the person can answer
    public void Vital_interests_last_a_week_at_most()
    {
        var id = area.Flag(Vicevaert);
        area.When(Vicevaert, new RecordLegalBasis(id, new(LegalBasisKind.VitaleInteresser, Expires: area.Now.AddDays(7)))).Accepted();
        var refused = area.When(Vicevaert, new RecordLegalBasis(id, new(LegalBasisKind.VitaleInteresser, Expires: area.Now.AddDays(7).AddSeconds(1))));
        Assert.Equal("too_late", refused.Refused(RejectionCode.WrongTime).Fields!["expires"][0]);
        area.When(Vicevaert, Beboere.Worry() with { LegalBasis = new(LegalBasisKind.VitaleInteresser, Expires: area.Now.AddDays(8)) }).Refused(RejectionCode.WrongTime);
    }

    [Fact]
    public void A_no_is_not_withdrawn()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry() with { LegalBasis = new(LegalBasisKind.Afslaaet), Description = "Lugter i opgangen." });
        area.When(Vicevaert, new WithdrawLegalBasis(id)).ChangedNothing();
        Assert.DoesNotContain("legal-basis/withdraw", area.View(Vicevaert, id)!.Actions);
    }
}
