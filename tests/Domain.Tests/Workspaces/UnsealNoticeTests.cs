using System.Text.Json;
using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>Whoever breaks a seal is not alone with it: those who answer for it are told at once and say that they have seen it (GDPR art. 5(2), 24).</summary>
public class UnsealNoticeTests
{
    private readonly Scenario area = new();

    [Fact]
    public void The_offices_leader_and_the_dpo_are_told_what_where_who_and_when()
    {
        var (id, seq) = Unsealed();

        foreach (var told in new[] { Leder, Dpo })
        {
            var notice = Assert.Single(area.Workspace(told).Unseals);
            Assert.Equal(
                new UnsealNotice(id, "S-0001", seq, Kontor.BoligsocialtKontor, UnsealKind.FareForLiv, Boligsocial.UserId, area.Now, area.Now.AddHours(4)), notice);
        }
    }

    [Fact]
    public void Nobody_else_is()
    {
        Unsealed();
        Assert.All(Everyone.Except([Leder, Dpo, Bestyrelse, Formand]), other => Assert.Empty(area.Workspace(other).Unseals));
    }

    [Fact] // GDPR art. 39: the dpo oversees, and sees no identity
    public void The_dpo_is_not_told_why_nor_whom_it_is_about()
    {
        var (id, _) = Unsealed();
        var shown = JsonSerializer.Serialize(area.Workspace(Dpo)) + JsonSerializer.Serialize(area.View(Dpo, id));
        Assert.DoesNotContain("hjælp", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Karen", shown, StringComparison.Ordinal);
        Assert.Equal(Sight.Status, area.View(Dpo, id)!.Card.Sight);
    }

    [Fact]
    public void Where_there_is_no_dpo_the_admin_is_the_named_responsible()
    {
        var without = new Scenario(members: [.. Everyone.Where(m => m != Dpo)]);
        var id = without.Flag(Vicevaert);
        var seq = without.Given(Boligsocial, new UnsealCase(id, UnsealKind.BarnIFare, "Råber om hjælp")).Recorded[0].Seq;

        Assert.Equal(UnsealKind.BarnIFare, Assert.Single(without.Workspace(Admin).Unseals).Kind);
        Assert.Null(without.View(Admin, id));
        without.Given(Admin, new AcknowledgeUnseal(id, seq));
        Assert.Empty(without.Workspace(Admin).Unseals);
    }

    [Fact]
    public void A_leader_who_breaks_it_leaves_the_dpo_to_see_it()
    {
        var id = area.Flag(Vicevaert);
        var seq = area.Given(Leder, new UnsealCase(id, UnsealKind.FareForLiv, "Råber om hjælp")).Recorded[0].Seq;

        Assert.Empty(area.Workspace(Leder).Unseals);
        area.When(Leder, new AcknowledgeUnseal(id, seq)).Refused(RejectionCode.NotAllowed);
        Assert.Single(area.Workspace(Dpo).Unseals);
    }

    [Fact]
    public void It_stands_until_each_has_said_that_they_saw_it_also_when_it_has_long_sealed_again()
    {
        var (id, seq) = Unsealed();
        area.Now += TimeSpan.FromDays(2);
        area.When(Leder, new AcknowledgeUnseal(id, seq)).Then<UnsealAcknowledged>();
        area.When(Leder, new AcknowledgeUnseal(id, seq)).ChangedNothing();

        Assert.Empty(area.Workspace(Leder).Unseals);
        Assert.Single(area.Workspace(Dpo).Unseals);
        Assert.Equal(Leder.UserId, area.View(Boligsocial, id)!.Timeline[^1].Actor);
        Assert.Equal("unsealAcknowledged", area.View(Boligsocial, id)!.Timeline[^1].Kind);
    }

    [Fact]
    public void Each_opening_is_seen_for_itself()
    {
        var (id, first) = Unsealed();
        area.Given(Dpo, new AcknowledgeUnseal(id, first));
        area.Now += TimeSpan.FromHours(5);
        area.Given(Boligsocial2, new UnsealCase(id, UnsealKind.BarnIFare, "Igen"));

        Assert.Equal(Boligsocial2.UserId, Assert.Single(area.Workspace(Dpo).Unseals).By);
    }

    [Fact]
    public void Only_an_opening_that_there_was_can_be_seen()
    {
        var (id, seq) = Unsealed();
        area.When(Dpo, new AcknowledgeUnseal(id, seq + 1)).Refused(RejectionCode.NotAllowed);
        area.When(Dpo, new AcknowledgeUnseal(area.Flag(Vicevaert), seq)).Refused(RejectionCode.NotAllowed);
        area.When(Boligsocial2, new AcknowledgeUnseal(id, seq)).Refused(RejectionCode.NotAllowed);
        area.When(Bestyrelse, new AcknowledgeUnseal(id, seq)).Refused(RejectionCode.NotFound);
    }

    [Fact]
    public void It_is_seen_on_a_closed_case_too_and_does_not_leave_memory_unseen()
    {
        var (id, seq) = Unsealed();
        area.Given(Boligsocial, new PickUpCase(id));
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.Now += TimeSpan.FromDays(40);
        area.Flag(Vicevaert);

        Assert.NotNull(Retention.Settle(area.State).Case(id));
        area.Given(Dpo, new AcknowledgeUnseal(id, seq));
        Assert.Null(Retention.Settle(Retention.Settle(area.State)).Case(id));
    }

    [Fact]
    public void A_leaders_word_and_a_flood_of_ended_things_do_not_take_it_from_the_dpo()
    {
        var (id, seq) = Unsealed();
        area.Given(Boligsocial, new PickUpCase(id));
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.Given(Leder, new AcknowledgeUnseal(id, seq));
        for (var i = 0; i < Retention.MostKept + 1; i++)
        {
            area.Given(Boligsocial, new CompleteTask(area.Given(Boligsocial, new CreateTask("x", Kontor.BoligsocialtKontor, null, null, null, null)).Receipt.TaskId!.Value));
        }

        Assert.NotNull(Retention.Settle(area.State).Case(id));
        area.Given(Dpo, new AcknowledgeUnseal(id, seq));
        Assert.Null(Retention.Settle(Retention.Settle(area.State)).Case(id));
    }

    private (Guid Case, long Seq) Unsealed()
    {
        var id = area.Flag(Vicevaert);
        return (id, area.Given(Boligsocial, new UnsealCase(id, UnsealKind.FareForLiv, "Råber om hjælp")).Recorded[0].Seq);
    }
}
