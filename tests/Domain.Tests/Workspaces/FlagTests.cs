using System.Text.Json;
using Hub.Contracts;
using Hub.Domain.Tests.Data;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

public class FlagTests
{
    private readonly Scenario area = new();

    public static TheoryData<int> Entries => [.. Enumerable.Range(0, Henvendelse.All.Count).Where(i => !Henvendelse.All[i].Matter)];

    [Fact]
    public void Anyone_in_any_of_the_three_offices_may_flag()
    {
        foreach (var who in new[] { Vicevaert, Ejendomsleder, Bestyrelse, Formand, Boligsocial, Boligsocial2, Leder })
        {
            var flagged = area.When(who, Beboere.Worry()).Then<CaseFlagged>();
            Assert.Equal((who.UserId, who.Kontor), (flagged.FlaggedBy, (Kontor?)flagged.FlaggedFrom));
        }
    }

    [Fact]
    public void Those_who_belong_to_no_office_may_not()
    {
        area.When(Dpo, Beboere.Worry()).Refused(RejectionCode.NotAllowed);
        area.When(Admin, Beboere.Worry()).Refused(RejectionCode.NotAllowed);
    }

    [Fact]
    public void Severity_vulnerability_category_and_source_are_kept_apart()
    {
        var flag = Beboere.Worry(Category.Restance, Severity.Lav) with { Vulnerability = Vulnerability.Stor, Kilde = Kilde.Selv, BoernIHjemmet = true, Afdeling = "Nordlyset" };
        var flagged = area.When(Boligsocial, flag).Then<CaseFlagged>();
        Assert.Equal((Category.Restance, Severity.Lav, Vulnerability.Stor), (flagged.Category, flagged.Severity, flagged.Vulnerability));
        Assert.Equal((Kilde.Selv, true, "Nordlyset"), (flagged.Kilde, flagged.BoernIHjemmet, flagged.Afdeling));
    }

    [Fact]
    public void A_flag_needs_no_person()
    {
        var flagged = area.When(Vicevaert, Beboere.Nobody()).Then<CaseFlagged>();
        Assert.Null(flagged.Beboer);
        Assert.Equal(flagged.CaseId, flagged.Description.Owner);
    }

    [Fact]
    public void A_beboer_may_be_just_a_door()
    {
        var flagged = area.When(Vicevaert, Beboere.Worry() with { Beboer = new(null, null, Beboere.Doer, null) }).Then<CaseFlagged>();
        Assert.Null(flagged.Beboer!.Name);
        Assert.Equal("Nordlysvej 12, 3. tv", flagged.Beboer.Address!.Value);
    }

    [Fact]
    public void A_beboer_with_nothing_filled_in_is_nobody() =>
        Assert.Null(area.When(Vicevaert, Beboere.Worry() with { Beboer = new("", " ", null, null) }).Then<CaseFlagged>().Beboer);

    [Fact]
    public void Both_sides_of_a_naboklage_are_persons_with_a_key_of_their_own()
    {
        var flag = Beboere.Worry(Category.Naboklage) with
        {
            Parter = [new(PartRolle.Klager, Beboere.Mogens), new(PartRolle.Indklaget, Beboere.Karen)],
        };
        var flagged = area.When(Vicevaert, flag).Then<CaseFlagged>();
        Guid[] keys = [flagged.Beboer!.PersonId, .. flagged.Parter.Select(p => p.Identity.PersonId)];
        Assert.Equal(3, keys.Distinct().Count());
        Assert.Equal(flagged.Parter[0].Identity.PersonId, flagged.Parter[0].Identity.Name!.Owner);
    }

    [Fact]
    public void A_side_may_be_known_by_its_part_alone()
    {
        var id = area.Flag(Vicevaert, Beboere.Nobody(Category.Naboklage) with { Parter = [new(PartRolle.Klager, new(null, null, null, null))] });
        Assert.Equal(PartRolle.Klager, Assert.Single(area.Case(id).Parter).Rolle);
        Assert.Equal(IdentityState.Ingen, Assert.Single(area.View(Vicevaert, id)!.Parter).Identity.State);
    }

    [Fact] // databeskyttelsesloven § 11
    public void A_cpr_number_in_any_free_text_is_refused_and_said_so()
    {
        const string cpr = "Født 010190-1234";
        var worry = Beboere.Worry();
        (string Field, FlagCase Flag)[] flags =
        [
            ("description", worry with { Description = cpr }),
            ("afdeling", worry with { Afdeling = cpr }),
            ("beboer.name", worry with { Beboer = new(cpr, null, null, null) }),
            ("beboer.address", worry with { Beboer = new(null, cpr, null, null) }),
            ("beboer.phone", worry with { Beboer = new(null, null, null, cpr) }),
            ("parter.name", worry with { Parter = [new(PartRolle.Klager, new(cpr, null, null, null))] }),
            ("legalBasis.purpose", worry with { LegalBasis = Beboere.Consent() with { Purpose = cpr } }),
            ("legalBasis.note", worry with { LegalBasis = Beboere.Consent() with { Note = cpr } }),
        ];
        Assert.All(flags, f => Assert.Contains(f.Field, area.When(Vicevaert, f.Flag).Refused(RejectionCode.CprInText).Fields!.Keys));
    }

    [Fact]
    public void A_refusal_holds_no_text_that_was_typed() =>
        Assert.DoesNotContain("1234", JsonSerializer.Serialize(area.When(Vicevaert, Beboere.Worry() with { Description = "010190-1234" }).Rejection), StringComparison.Ordinal);

    [Fact]
    public void When_the_beboer_said_no_the_identity_is_not_stored()
    {
        var flag = Beboere.Worry() with { LegalBasis = new(LegalBasisKind.Afslaaet), Description = "Svaret var nej tak." };
        var flagged = area.When(Vicevaert, flag).Then<CaseFlagged>();
        Assert.Null(flagged.Beboer);
        Assert.Equal(LegalBasisKind.Afslaaet, flagged.Basis.Kind);
        Assert.Equal(flagged.CaseId, flagged.Description.Owner);
    }

    [Fact]
    public void When_the_beboer_said_no_the_name_may_not_stand_in_the_text_either() =>
        area.When(Vicevaert, Beboere.Worry() with { LegalBasis = new(LegalBasisKind.Afslaaet) }).Refused(RejectionCode.PersonalDataInText);

    [Theory]
    [MemberData(nameof(Entries))]
    public void Each_enquiry_is_received_where_people_expect(int entry)
    {
        var said = Henvendelse.All[entry];
        var by = said.By switch { Kontor.Ejendomskontor => Vicevaert, Kontor.Bestyrelseskontor => Bestyrelse, _ => Boligsocial };
        var flag = Beboere.Worry(said.Category, said.Severity) with { Description = said.Description, Beboer = said.Beboer ? Beboere.Karen : null, Kilde = said.Kilde };
        Assert.Equal(said.Route, area.When(by, flag).Then<CaseFlagged>().Kontor);
    }

    [Fact]
    public void A_flagger_may_choose_the_office()
    {
        Assert.Equal(Kontor.Ejendomskontor, area.When(Vicevaert, Beboere.Worry() with { ToKontor = Kontor.Ejendomskontor }).Then<CaseFlagged>().Kontor);
        Assert.Equal(Kontor.BoligsocialtKontor, area.When(Bestyrelse, Beboere.Nobody(Category.Stoej) with { ToKontor = Kontor.BoligsocialtKontor }).Then<CaseFlagged>().Kontor);
    }

    [Fact]
    public void No_case_goes_to_the_board() =>
        area.When(Vicevaert, Beboere.Worry() with { ToKontor = Kontor.Bestyrelseskontor }).Refused(RejectionCode.Invalid);

    [Fact]
    public void What_boligsocialt_kontor_registers_itself_stays_there_with_its_author()
    {
        var id = area.Flag(Boligsocial);
        Assert.Equal((Kontor.BoligsocialtKontor, Boligsocial.UserId, CaseStatus.IGang), (area.Case(id).Kontor, area.Case(id).Assignee, area.Case(id).Status));
    }

    [Fact]
    public void What_others_flag_waits_for_someone_to_take_it()
    {
        var id = area.Flag(Vicevaert);
        Assert.Equal((null, CaseStatus.Ny), (area.Case(id).Assignee, area.Case(id).Status));
        var sent = area.Flag(Boligsocial, Beboere.Worry() with { ToKontor = Kontor.Ejendomskontor });
        Assert.Null(area.Case(sent).Assignee);
    }

    [Fact]
    public void In_an_area_without_the_office_a_leader_receives()
    {
        var small = new Scenario(members: [Vicevaert, Ejendomsleder, Bestyrelse, Admin]);
        var id = small.Flag(Vicevaert);
        Assert.Equal(Kontor.BoligsocialtKontor, small.Case(id).Kontor);
        small.When(Vicevaert, new PickUpCase(id)).Refused(RejectionCode.NotAllowed);
        small.When(Admin, new PickUpCase(id)).Refused(RejectionCode.NotFound);
        small.When(Ejendomsleder, new PickUpCase(id)).Accepted();
    }

    [Fact]
    public void In_an_area_without_the_office_and_without_a_leader_the_administrator_receives()
    {
        var small = new Scenario(members: [Vicevaert, Bestyrelse, Formand, Admin]);
        var id = small.Flag(Vicevaert);
        small.When(Formand, new PickUpCase(id)).Refused(RejectionCode.NotFound);
        small.When(Admin, new PickUpCase(id)).Accepted();
    }

    [Fact]
    public void Cases_and_the_flags_of_the_board_are_numbered_apart()
    {
        Assert.Equal("S-0001", area.When(Vicevaert, Beboere.Worry()).Receipt.Number);
        Assert.Equal("B-0001", area.When(Bestyrelse, Beboere.Worry()).Receipt.Number);
        Assert.Equal("B-0002", area.When(Bestyrelse, Beboere.Worry()).Receipt.Number);
        Assert.Equal("S-0004", area.When(Boligsocial, Beboere.Worry()).Receipt.Number);
    }

    [Fact]
    public void The_same_command_makes_the_same_ids()
    {
        Guid Sent(Scenario scenario) => scenario.When(Vicevaert, Beboere.Worry(), Id(7)).Receipt.CaseId!.Value;
        Assert.Equal(Sent(area), Sent(new Scenario()));
    }

    [Fact]
    public void An_urgent_flag_and_one_about_children_carry_advice()
    {
        Assert.Equal("114", area.When(Vicevaert, Beboere.Worry(Category.IkkeSet, Severity.Akut)).Receipt.Advice!.Ring);
        Assert.Equal("§ 135", area.When(Vicevaert, Beboere.Worry() with { BoernIHjemmet = true }).Receipt.Advice!.Underretning); // barnets lov
        Assert.Equal("§ 133", area.When(Boligsocial2, Beboere.Worry() with { BoernIHjemmet = true }).Receipt.Advice!.Underretning);
        Assert.Null(area.When(Vicevaert, Beboere.Worry()).Receipt.Advice);
    }

    [Fact]
    public void A_basis_that_has_run_out_before_it_begins_is_refused() =>
        area.When(Vicevaert, Beboere.Worry() with { LegalBasis = Beboere.Consent(expires: area.Now) }).Refused(RejectionCode.WrongTime);

    [Fact]
    public void A_board_records_no_legal_basis()
    {
        area.When(Bestyrelse, Beboere.Worry() with { LegalBasis = Beboere.Consent() }).Refused(RejectionCode.BasisNotByBoard);
        area.When(Bestyrelse, Beboere.Worry() with { LegalBasis = new(LegalBasisKind.Afslaaet), Description = "Nej tak" }).Accepted();
    }
}
