using System.Text.Json;
using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>Who may know whom a case is about (GDPR art. 6 and 9).</summary>
public class LegalBasisTests
{
    private readonly Scenario area = new();

    [Fact]
    public void Until_somebody_has_asked_the_identity_is_sealed_for_every_other_office()
    {
        var id = area.Flag(Vicevaert);
        Assert.Equal(IdentityState.Forseglet, Identity(Boligsocial, id).State);
        Assert.Equal("Karen Østergård", Identity(Vicevaert, id).Name);
        Assert.Equal("▇▇▇ har ikke hentet posten, og der lugter i opgangen.", area.View(Boligsocial, id)!.Description);
        Assert.DoesNotContain("Karen", JsonSerializer.Serialize(area.View(Boligsocial, id)), StringComparison.Ordinal);
        Assert.DoesNotContain("Karen", JsonSerializer.Serialize(area.Workspace(Boligsocial)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LegalBasisKind.Samtykke)] // art. 6(1)(a)
    [InlineData(LegalBasisKind.VitaleInteresser)] // art. 6(1)(d)
    [InlineData(LegalBasisKind.Myndighedsopgave)] // art. 6(1)(e)
    [InlineData(LegalBasisKind.BeretigetInteresse)] // art. 6(1)(f)
    public void A_basis_opens_it_to_the_office_that_holds_the_case(LegalBasisKind kind)
    {
        var id = area.Flag(Vicevaert);
        area.Given(Vicevaert, new RecordLegalBasis(id, new(kind, LegalBasisForm.Mundtligt, "Hjælp i hjemmet")));
        Assert.Equal("Karen Østergård", Identity(Boligsocial, id).Name);
        Assert.Equal(Beboere.Description, area.View(Boligsocial, id)!.Description);
    }

    [Fact]
    public void Only_to_its_recipients()
    {
        var id = area.Flag(Boligsocial);
        area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        area.Given(Boligsocial, new RecordLegalBasis(id, Beboere.Consent(Kontorer.BoligsocialtKontor)));
        Assert.Equal(IdentityState.Forseglet, Identity(Vicevaert, id).State);
        area.Given(Boligsocial, new RecordLegalBasis(id, Beboere.Consent(Kontorer.Ejendomskontor)));
        Assert.Equal(IdentityState.Aaben, Identity(Vicevaert, id).State);
    }

    [Fact]
    public void The_board_is_never_a_recipient() =>
        Assert.Equal(Kontorer.Personale, area.When(Vicevaert, new RecordLegalBasis(area.Flag(Vicevaert), Beboere.Consent(Kontorer.Alle))).Then<LegalBasisRecorded>().Basis.Recipients);

    [Fact]
    public void Withdrawn_it_is_sealed_again_at_once()
    {
        var id = area.Picked();
        Assert.Equal(IdentityState.Aaben, Identity(Boligsocial, id).State);
        area.When(Vicevaert, new WithdrawLegalBasis(id)).Then<LegalBasisWithdrawn>();
        Assert.Equal(IdentityState.Forseglet, Identity(Boligsocial, id).State);
        area.When(Vicevaert, new WithdrawLegalBasis(id)).ChangedNothing();
    }

    [Fact]
    public void Run_out_it_is_sealed_by_time_alone_and_the_screens_are_woken()
    {
        var id = area.Picked(Beboere.Worry() with { LegalBasis = Beboere.Consent(expires: area.Now.AddHours(1)) });
        area.Now += TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1);
        Assert.Equal(IdentityState.Aaben, Identity(Boligsocial, id).State);
        area.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(IdentityState.Forseglet, Identity(Boligsocial, id).State);
        var expired = area.Meet(DeadlineKind.LegalBasisExpiry);
        expired.Then<LegalBasisExpired>();
        Assert.Equal(Kontorer.Personale, expired.Recorded[0].Audience.Reached);
        Assert.Empty(area.Deadlines);
    }

    [Fact]
    public void It_runs_out_on_a_closed_case_too()
    {
        var id = area.Picked(Beboere.Worry() with { LegalBasis = Beboere.Consent(expires: area.Now.AddHours(1)) });
        area.Given(Boligsocial, new CloseCase(id, Outcome.Doedsfald, null));
        area.Meet(DeadlineKind.LegalBasisExpiry).Then<LegalBasisExpired>();
    }

    [Fact] // art. 6(1)(b)
    public void The_tenancy_opens_arrears_and_never_a_worry_about_well_being()
    {
        var restance = area.Flag(Vicevaert, Beboere.Worry(Category.Restance));
        area.When(Vicevaert, new RecordLegalBasis(restance, new(LegalBasisKind.Lejekontrakt, Purpose: "Afdragsordning"))).Accepted();
        Assert.Equal(IdentityState.Aaben, Identity(Boligsocial, restance).State);
        var mistrivsel = area.Flag(Vicevaert, Beboere.Worry() with { LegalBasis = new(LegalBasisKind.Lejekontrakt) });
        Assert.Equal(IdentityState.Forseglet, Identity(Boligsocial, mistrivsel).State);
        area.When(Vicevaert, new RecordLegalBasis(mistrivsel, new(LegalBasisKind.Lejekontrakt))).Refused(RejectionCode.BasisDoesNotOpen);
    }

    [Fact] // art. 6(1)(c)
    public void A_duty_towards_the_kommune_opens_nothing_between_the_offices()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry(Category.Restance) with { LegalBasis = new(LegalBasisKind.RetligForpligtelse) });
        Assert.Equal(IdentityState.Forseglet, Identity(Boligsocial, id).State);
        area.When(Vicevaert, new RecordLegalBasis(id, new(LegalBasisKind.RetligForpligtelse))).Refused(RejectionCode.BasisDoesNotOpen);
    }

    [Fact]
    public void It_is_recorded_by_the_office_that_flagged_or_one_that_sees_the_identity()
    {
        var id = area.Flag(Vicevaert);
        area.When(Boligsocial, new RecordLegalBasis(id, Beboere.Consent())).Refused(RejectionCode.NotAllowed);
        area.When(Vicevaert, new RecordLegalBasis(id, Beboere.Consent())).Accepted();
        area.When(Boligsocial, new RecordLegalBasis(id, Beboere.Consent(Kontorer.Personale))).Accepted();
    }

    [Fact]
    public void Never_by_the_board_also_when_it_flagged() =>
        area.When(Bestyrelse, new RecordLegalBasis(area.Flag(Bestyrelse), Beboere.Consent())).Refused(RejectionCode.NotFound);

    [Fact]
    public void Where_nobody_is_named_there_is_nothing_to_open()
    {
        var id = area.Flag(Vicevaert, Beboere.Nobody());
        area.When(Vicevaert, new RecordLegalBasis(id, Beboere.Consent())).Refused(RejectionCode.NothingToOpen);
        area.When(Boligsocial, new UnsealCase(id, UnsealKind.FareForLiv, "x")).Refused(RejectionCode.NothingToOpen);
    }

    [Fact]
    public void One_that_has_run_out_before_it_begins_is_refused() =>
        area.When(Vicevaert, new RecordLegalBasis(area.Flag(Vicevaert), Beboere.Consent(expires: area.Now))).Refused(RejectionCode.WrongTime);

    [Fact] // databeskyttelsesloven § 11
    public void A_cpr_number_is_refused_in_it()
    {
        var id = area.Flag(Vicevaert);
        var refusal = area.When(Vicevaert, new RecordLegalBasis(id, Beboere.Consent() with { Purpose = "010190-1234" })).Refused(RejectionCode.CprInText);
        Assert.Equal("purpose", Assert.Single(refusal.Fields!.Keys));
        area.When(Vicevaert, new RecordLegalBasis(id, Beboere.Consent() with { Note = "010190-1234" })).Refused(RejectionCode.CprInText);
        area.When(Boligsocial, new UnsealCase(id, UnsealKind.FareForLiv, "010190-1234")).Refused(RejectionCode.CprInText);
    }

    [Fact]
    public void Asked_later_and_told_no_the_name_is_forgotten_and_does_not_come_back_through_a_text()
    {
        var id = area.Flag(Vicevaert);
        area.Given(Boligsocial, new PickUpCase(id));
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Eget, "Venter på svar"));
        var refused = area.When(Vicevaert, new RecordLegalBasis(id, new(LegalBasisKind.Afslaaet, Note: "Nej tak")));
        Assert.Equal(LegalBasisKind.Afslaaet, refused.Then<LegalBasisRecorded>().Basis.Kind);
        Assert.Single(refused.Then<IdentityForgotten>().PersonIds);
        Assert.Null(area.Case(id).Beboer);
        Assert.DoesNotContain("Karen", JsonSerializer.Serialize(area.View(Boligsocial, id)), StringComparison.Ordinal);
        Assert.Contains(area.View(Boligsocial, id)!.Timeline, e => e.Text == "Venter på svar");
        Assert.Equal(Beboere.Description, area.View(Vicevaert, id)!.Description);
    }

    [Fact]
    public void The_no_itself_names_nobody()
    {
        var id = area.Flag(Vicevaert);
        area.When(Vicevaert, new RecordLegalBasis(id, new(LegalBasisKind.Afslaaet, Note: "Karen sagde nej"))).Refused(RejectionCode.PersonalDataInText);
        area.When(Vicevaert, new RecordLegalBasis(id, new(LegalBasisKind.Afslaaet, Purpose: "Karen"))).Refused(RejectionCode.PersonalDataInText);
    }

    [Fact]
    public void The_purpose_is_told_to_those_who_see_the_identity()
    {
        var id = area.Flag(Boligsocial);
        area.Given(Boligsocial, new RecordLegalBasis(id, Beboere.Consent(Kontorer.BoligsocialtKontor)));
        area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        Assert.Null(area.View(Vicevaert, id)!.Basis!.Purpose);
        area.Given(Boligsocial, new RecordLegalBasis(id, Beboere.Consent(Kontorer.Personale)));
        Assert.Equal("Karen vil gerne ringes op", area.View(Vicevaert, id)!.Basis!.Purpose);
    }

    [Fact]
    public void Nor_through_a_handover_that_is_under_way()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry() with { ToKontor = Kontor.Ejendomskontor });
        area.Given(Vicevaert, Beboere.Offer(id, Kontor.BoligsocialtKontor) with { Summary = "Karen har det svært" });
        area.Given(Vicevaert, new RecordLegalBasis(id, new(LegalBasisKind.Afslaaet)));
        Assert.DoesNotContain("Karen", JsonSerializer.Serialize(area.Workspace(Boligsocial)), StringComparison.Ordinal);
        Assert.DoesNotContain("Karen", JsonSerializer.Serialize(area.View(Boligsocial, id)), StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_the_flagger_makes_the_task_that_gets_a_sealed_case_moving()
    {
        var id = area.Flag(Vicevaert);
        var task = area.When(Boligsocial, new AskFlagger(id)).Then<TaskCreated>();
        Assert.Equal((TaskPurpose.SpoergBeboeren, Kontor.Ejendomskontor, Vicevaert.UserId), (task.Purpose, task.Kontor, task.Assignee));
        Assert.DoesNotContain("Karen", task.Title.Value, StringComparison.Ordinal);
        area.When(Boligsocial, new AskFlagger(id)).ChangedNothing();
        area.Given(Vicevaert, new RecordLegalBasis(id, Beboere.Consent()));
        area.When(Boligsocial, new AskFlagger(id)).Refused(RejectionCode.NothingToOpen);
    }

    [Fact]
    public void A_board_that_flagged_is_asked_under_its_own_number()
    {
        var id = area.Flag(Bestyrelse);
        var asked = area.When(Boligsocial, new AskFlagger(id));
        Assert.Contains("B-0001", asked.Then<TaskCreated>().Title.Value, StringComparison.Ordinal);
        Assert.Single(area.Board().Tasks);
        Assert.False(asked.Recorded[0].Audience.KnowsCase.Has(Kontor.Bestyrelseskontor));
    }

    [Fact]
    public void Only_the_office_that_holds_the_case_asks()
    {
        var id = area.Flag(Vicevaert);
        area.When(Vicevaert, new AskFlagger(id)).Refused(RejectionCode.NotAllowed);
        area.When(Boligsocial, new AskFlagger(area.Flag(Vicevaert, Beboere.Nobody()))).Refused(RejectionCode.NothingToOpen);
    }

    [Fact] // art. 6(1)(d)
    public void In_danger_the_holder_opens_it_for_four_hours_with_a_reason()
    {
        var id = area.Flag(Vicevaert);
        var unsealed = area.When(Boligsocial, new UnsealCase(id, UnsealKind.FareForLiv, "Råber om hjælp")).Then<CaseUnsealed>();
        Assert.Equal((Kontor.BoligsocialtKontor, area.Now.AddHours(4)), (unsealed.Kontor, unsealed.Until));
        Assert.Equal("Karen Østergård", Identity(Boligsocial2, id).Name);
        Assert.DoesNotContain(area.View(Vicevaert, id)!.Timeline, e => e.Reason == "Råber om hjælp");
        area.Now += TimeSpan.FromHours(4);
        Assert.Equal(IdentityState.Forseglet, Identity(Boligsocial, id).State);
        area.Meet(DeadlineKind.UnsealExpiry).Then<UnsealEnded>();
        Assert.Empty(area.Case(id).UnsealedUntil);
    }

    [Fact]
    public void So_does_the_office_that_is_asked_to_take_it_and_nobody_else()
    {
        var id = area.Flag(Boligsocial);
        area.When(Vicevaert, new UnsealCase(id, UnsealKind.BarnIFare, "x")).Refused(RejectionCode.NotFound);
        area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        area.When(Vicevaert, new UnsealCase(id, UnsealKind.BarnIFare, "x")).Accepted();
        Assert.Equal(IdentityState.Aaben, Identity(Vicevaert, id).State);
        area.When(Bestyrelse, new UnsealCase(id, UnsealKind.BarnIFare, "x")).Refused(RejectionCode.NotFound);
        area.When(Dpo, new UnsealCase(id, UnsealKind.BarnIFare, "x")).Refused(RejectionCode.NotAllowed);
    }

    private IdentityView Identity(Membership by, Guid id) => area.View(by, id)!.Card.Identity!;
}
