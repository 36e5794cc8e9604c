using Hub.Contracts;
using Hub.Domain.Rights;
using Hub.Domain.Tests.Workspaces;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Rights;

/// <summary>Kept and not used (GDPR art. 18).</summary>
public class RestrictionTests
{
    private readonly Scenario area = new();

    [Fact]
    public void Article_18_1_only_the_holders_leader_reads_it_and_the_others_see_why_they_do_not()
    {
        var id = Restricted();
        Assert.Equal(Sight.Full, area.View(Leder, id)!.Card.Sight);
        foreach (var who in new[] { Vicevaert, Ejendomsleder, Boligsocial, Boligsocial2, Dpo })
        {
            var view = area.View(who, id)!;
            Assert.Equal((Sight.Status, BegraensningGrund.RigtighedBestrides), (view.Card.Sight, view.Restriction));
            Assert.Null(view.Description);
            Assert.Empty(view.Timeline);
        }

        Assert.Null(area.View(Bestyrelse, id));
    }

    [Fact]
    public void Article_18_2_what_would_use_it_is_refused()
    {
        var id = Restricted();
        foreach (var command in new CaseCommand[]
        {
            Beboere.Note(id, NoteAudience.Eget), new CloseCase(id, Outcome.Loest, null), Beboere.Offer(id, Kontor.Ejendomskontor), new ErasePersons(id),
            new DescribeBeboer(id, "x", null, BeboerVed.Ja), new RecordDisclosure(id, "Kommunen", "x", LegalBasisKind.Samtykke, area.Now),
        })
        {
            area.When(command is ErasePersons ? Dpo : Leder, command).Refused(RejectionCode.Restricted);
        }

        area.When(Leder, new CreateTask("x", Kontor.Ejendomskontor, id, null, null, null)).Refused(RejectionCode.Restricted);
        area.When(Boligsocial, Beboere.Note(id, NoteAudience.Eget)).Refused(RejectionCode.NotAllowed);
    }

    [Fact]
    public void Article_18_2_a_handover_under_way_waits_and_a_link_is_not_made()
    {
        var (id, other) = (area.Picked(), area.Picked(by: Leder));
        var handover = area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        area.Given(Leder, new RestrictCase(id, BegraensningGrund.Indsigelse, null));
        area.When(Leder, new WithdrawHandover(handover)).Refused(RejectionCode.Restricted);
        area.When(Leder, new LinkCases(other, id, LinkKind.SammePerson)).Refused(RejectionCode.Restricted);
    }

    [Fact]
    public void Article_18_2_a_child_in_danger_and_what_the_person_asks_for_do_not_wait()
    {
        var id = Restricted();
        area.When(Leder, new RecordUnderretning(id, area.Now)).Then<UnderretningRecorded>();
        area.When(Leder, new PlaceHold(id, HoldGround.Retskrav, null, area.Now.AddDays(30))).Then<HoldPlaced>();
        area.When(Dpo, new ReceiveAnmodning(id, area.Case(id).Beboer!.PersonId, AnmodningKind.Berigtigelse, area.Now, null)).Then<AnmodningReceived>();
        Assert.Contains("underretning", area.View(Leder, id)!.Actions);
        Assert.DoesNotContain("notes", area.View(Leder, id)!.Actions);
        Assert.DoesNotContain("tasks", area.View(Leder, id)!.Actions);
    }

    [Fact]
    public void Article_18_3_it_ends_after_the_person_has_been_told()
    {
        var id = Restricted();
        area.When(Leder, new LiftRestriction(id, area.Now.AddDays(1))).Refused(RejectionCode.WrongTime);
        Assert.Equal(area.Now, area.When(Leder, new LiftRestriction(id, area.Now)).Then<RestrictionLifted>().InformedAt);
        area.When(Leder, new LiftRestriction(id, area.Now)).ChangedNothing();
        Assert.Equal(Sight.Full, area.View(Boligsocial, id)!.Card.Sight);
    }

    [Fact]
    public void A_task_on_it_tells_nothing_of_it_meanwhile()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CreateTask("Se til hende", Kontor.Ejendomskontor, id, null, null, null));
        area.Given(Leder, new RestrictCase(id, BegraensningGrund.SkalBevares, null));
        Assert.Null(Assert.Single(area.Workspace(Vicevaert).Tasks).Title);
        Assert.Equal("Se til hende", Assert.Single(area.Workspace(Leder).Tasks).Title);
    }

    [Fact]
    public void The_dpo_has_it_on_a_list() => Assert.Equal(Restricted(), Assert.Single(area.Workspace(Dpo).Oversight!.Restricted).CaseId);

    [Fact]
    public void Every_command_on_a_case_is_either_use_or_not()
    {
        var permitted = typeof(CaseCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseCommand)) && !t.IsAbstract)
            .Where(t => Restrictions.Permits((CaseCommand)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t))).Select(t => t.Name).Order();
        Assert.Equal(
            [
                "AcknowledgeUnseal", "AddRemark", "AnswerAnmodning", "CleanUpCase", "CorrectIdentity", "CorrectText", "ExtendAnmodning", "HideItem", "LiftHold", "LiftRestriction", "PlaceHold",
                "ReceiveAnmodning", "RecordCall", "RecordUnderretning", "RedoErasure", "RefuseAnmodning", "RestrictCase", "ShowItem", "UnsealCase", "WithdrawLegalBasis",
            ],
            permitted);
    }

    private Guid Restricted()
    {
        var id = area.Picked();
        area.Given(Leder, new RestrictCase(id, BegraensningGrund.RigtighedBestrides, "Datoen er forkert"));
        return id;
    }
}
