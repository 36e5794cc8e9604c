using Hub.Contracts;
using Hub.Domain.Cases;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>Telling a colleague is internal use; telling people of another employer is a videregivelse (GDPR art. 4(7), 5(1)(b), 6(4)).</summary>
public class EmployerTests
{
    /// <summary>Boligsocial2 is employed by the kommune, everybody else by the boligorganisation.</summary>
    private readonly Scenario mixed = new();

    private readonly Scenario one = new(members: [.. Everyone.Where(m => m != Boligsocial2)]);

    [Theory]
    [InlineData(Employer.Boligorganisation, Employer.Boligorganisation, Deling.InternBrug)]
    [InlineData(Employer.Kommune, Employer.Kommune, Deling.InternBrug)]
    [InlineData(Employer.Boligorganisation, Employer.Kommune, Deling.Videregivelse)]
    [InlineData(Employer.Kommune, Employer.Boligorganisation, Deling.Videregivelse)]
    public void It_is_the_employers_that_tell(Employer sender, Employer receiver, Deling deling) => Assert.Equal(deling, Sharing.Between(sender, receiver));

    [Fact]
    public void A_flag_a_handover_and_a_basis_say_which_they_are()
    {
        foreach (var (area, deling) in new[] { (one, Deling.InternBrug), (mixed, Deling.Videregivelse) })
        {
            var flagged = area.When(Vicevaert, Beboere.Worry()).Then<CaseFlagged>();
            Assert.Equal(deling, flagged.Deling);
            Assert.Equal(deling, area.When(Vicevaert, new RecordLegalBasis(flagged.CaseId, Beboere.Consent())).Then<LegalBasisRecorded>().Deling);
            var own = area.Flag(Vicevaert, Beboere.Worry() with { ToKontor = Kontor.Ejendomskontor });
            Assert.Equal(deling, area.When(Vicevaert, Beboere.Offer(own, Kontor.BoligsocialtKontor)).Then<HandoverOffered>().Deling);
            Assert.Contains(area.View(Vicevaert, own)!.Timeline, e => e.Details.GetValueOrDefault("deling") == (deling == Deling.InternBrug ? "internBrug" : "videregivelse"));
        }
    }

    [Fact]
    public void What_stays_in_the_office_is_neither() =>
        Assert.Null(mixed.When(Vicevaert, Beboere.Worry() with { ToKontor = Kontor.Ejendomskontor }).Then<CaseFlagged>().Deling);

    [Fact]
    public void A_handover_keeps_the_basis_that_carried_the_name_and_none_where_it_stayed_sealed()
    {
        var told = mixed.Flag(Vicevaert, Beboere.Worry() with { ToKontor = Kontor.Ejendomskontor, LegalBasis = Beboere.Consent(Kontorer.Personale) });
        var sealed_ = mixed.Flag(Vicevaert, Beboere.Worry() with { ToKontor = Kontor.Ejendomskontor });

        Assert.Equal(LegalBasisKind.Samtykke, mixed.When(Vicevaert, Beboere.Offer(told, Kontor.BoligsocialtKontor)).Then<HandoverOffered>().Grundlag);
        Assert.Null(mixed.When(Vicevaert, Beboere.Offer(sealed_, Kontor.BoligsocialtKontor)).Then<HandoverOffered>().Grundlag);
        Assert.Equal(IdentityState.Forseglet, mixed.View(Boligsocial2, sealed_)!.Card.Identity!.State);
    }

    [Fact] // GDPR art. 5(1)(b)
    public void A_videregivelse_of_the_name_takes_a_purpose_and_internal_use_does_not()
    {
        var consent = Beboere.Consent() with { Purpose = null };
        var refused = mixed.When(Vicevaert, new RecordLegalBasis(mixed.Flag(Vicevaert), consent)).Refused(RejectionCode.Invalid);
        Assert.Equal("required", refused.Fields!["purpose"][0]);
        mixed.When(Vicevaert, new RecordLegalBasis(mixed.Flag(Vicevaert), Beboere.Consent())).Accepted();
        one.When(Vicevaert, new RecordLegalBasis(one.Flag(Vicevaert), consent)).Accepted();
    }

    [Fact] // GDPR art. 6(1)(d)
    public void In_danger_nobody_waits_for_a_purpose() =>
        mixed.When(Vicevaert, new RecordLegalBasis(mixed.Flag(Vicevaert), new(LegalBasisKind.VitaleInteresser))).Accepted();

    [Fact] // GDPR art. 6(1)(b): the kommune is no party to the tenancy
    public void The_tenancy_opens_to_colleagues_and_not_to_the_kommunes_people_in_the_same_office()
    {
        var id = mixed.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { LegalBasis = new(LegalBasisKind.Lejekontrakt, Purpose: "Afdrag") });

        Assert.Equal(IdentityState.Aaben, mixed.View(Boligsocial, id)!.Card.Identity!.State);
        Assert.Equal(IdentityState.Forseglet, mixed.View(Boligsocial2, id)!.Card.Identity!.State);
        Assert.DoesNotContain("Karen", System.Text.Json.JsonSerializer.Serialize(mixed.View(Boligsocial2, id)), StringComparison.Ordinal);
        Assert.Contains(mixed.View(Boligsocial2, id)!.NameAccess, a => a is { Kontor: Kontor.BoligsocialtKontor, Open: false, Reason: NameReason.AndenArbejdsgiver });
    }

    [Theory] // GDPR art. 6(1)(a), (d), (e), (f)
    [InlineData(LegalBasisKind.Samtykke)]
    [InlineData(LegalBasisKind.VitaleInteresser)]
    [InlineData(LegalBasisKind.Myndighedsopgave)]
    [InlineData(LegalBasisKind.BeretigetInteresse)]
    public void The_others_carry_a_videregivelse(LegalBasisKind kind)
    {
        var id = mixed.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { LegalBasis = new(kind, LegalBasisForm.Skriftligt, "Hjælp til betaling") });
        Assert.Equal(IdentityState.Aaben, mixed.View(Boligsocial2, id)!.Card.Identity!.State);
    }

    [Fact]
    public void What_was_recorded_before_the_employer_was_kept_opens_as_it_did()
    {
        var id = mixed.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { LegalBasis = new(LegalBasisKind.Lejekontrakt) });
        var c = mixed.Case(id) with { Basis = mixed.Case(id).Basis with { Employer = null } };
        Assert.Equal(IdentityFields.NameAndDoor, Domain.Access.Opening.Fields(c, mixed.Seen(Boligsocial2), mixed.Now));
    }
}
