using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>What is told outside the three offices, the duty to notify, and calls in danger: recorded, nothing is sent.</summary>
public class DisclosureTests
{
    private readonly Scenario area = new();

    [Fact]
    public void It_says_what_was_told_to_whom_on_which_basis_and_when()
    {
        var id = area.Picked();
        var told = area.When(Boligsocial, Told(id)).Then<DisclosureRecorded>();
        Assert.Equal(("Kommunens visitation", "Behov for rengøring"), (told.Modtager.Value, told.Hvad.Value));
        Assert.Equal((LegalBasisKind.Samtykke, area.Now), (told.LegalBasis, told.GivenAt));
    }

    [Fact]
    public void The_office_that_flagged_may_record_its_own_but_does_not_read_the_holders()
    {
        var id = area.Picked();
        area.When(Vicevaert, Told(id)).Accepted();
        area.Given(Boligsocial, Told(id) with { Hvad = "Noget om helbred" });
        var seen = area.View(Vicevaert, id)!.Timeline.Where(e => e.Kind == "disclosureRecorded").ToList();
        Assert.Equal(["Behov for rengøring", null], seen.Select(e => e.Text));
        Assert.Equal(2, area.View(Boligsocial, id)!.Timeline.Count(e => e is { Kind: "disclosureRecorded", Text: not null }));
    }

    [Fact]
    public void Those_without_the_case_record_nothing()
    {
        var id = area.Picked();
        area.When(Kollega, Told(id)).Refused(RejectionCode.NotAllowed);
        area.When(Bestyrelse, Told(id)).Refused(RejectionCode.NotFound);
        area.When(Dpo, Told(id)).Refused(RejectionCode.NotAllowed);
    }

    [Fact]
    public void It_has_happened_and_holds_no_cpr_number()
    {
        var id = area.Picked();
        area.When(Boligsocial, Told(id) with { GivenAt = area.Now.AddDays(1) }).Refused(RejectionCode.WrongTime);
        area.When(Boligsocial, Told(id) with { Hvad = "010190-1234" }).Refused(RejectionCode.CprInText); // databeskyttelsesloven § 11
        area.When(Boligsocial, Told(id) with { Modtager = "010190-1234" }).Refused(RejectionCode.CprInText);
    }

    [Fact] // barnets lov §§ 133 and 135: the duty is personal
    public void Whoever_flagged_records_that_and_when_he_notified_the_kommune_also_from_the_board()
    {
        foreach (var who in new[] { Vicevaert, Bestyrelse, Boligsocial })
        {
            var id = area.Flag(who);
            Assert.Equal(area.Now, area.When(who, new RecordUnderretning(id, area.Now)).Then<UnderretningRecorded>().GivenAt);
            Assert.Equal(area.Now, Assert.Single(area.Case(id).Underretninger));
        }
    }

    [Fact] // barnets lov § 135: no leader may stop it
    public void Everyone_who_works_the_case_may_and_no_leader_is_asked()
    {
        var id = area.Picked();
        area.When(Boligsocial2, new RecordUnderretning(id, area.Now)).Accepted();
        area.When(Boligsocial2, new RecordUnderretning(id, area.Now.AddDays(1))).Refused(RejectionCode.WrongTime);
        area.When(Kollega, new RecordUnderretning(id, area.Now)).Refused(RejectionCode.NotAllowed);
        area.When(Formand, new RecordUnderretning(id, area.Now)).Refused(RejectionCode.NotFound);
    }

    [Fact]
    public void Whoever_flagged_records_whom_he_rang()
    {
        foreach (var who in new[] { Vicevaert, Bestyrelse, Boligsocial })
        {
            var id = area.Flag(who, Beboere.Worry(severity: Severity.Akut));
            Assert.Equal(CalledParty.Politi114, area.When(who, new RecordCall(id, CalledParty.Politi114, area.Now)).Then<CallRecorded>().Called);
        }
    }

    [Fact]
    public void Nobody_else_rang_for_him()
    {
        var id = area.Picked();
        area.When(Boligsocial, new RecordCall(id, CalledParty.Alarm112, area.Now)).Refused(RejectionCode.NotAllowed);
        area.When(Ejendomsleder, new RecordCall(id, CalledParty.Alarm112, area.Now)).Refused(RejectionCode.NotAllowed);
        area.When(Bestyrelse, new RecordCall(id, CalledParty.Alarm112, area.Now)).Refused(RejectionCode.NotFound);
        area.When(Vicevaert, new RecordCall(id, CalledParty.Alarm112, area.Now.AddHours(1))).Refused(RejectionCode.WrongTime);
    }

    private RecordDisclosure Told(Guid id) => new(id, "Kommunens visitation", "Behov for rengøring", LegalBasisKind.Samtykke, area.Now);
}
