using System.Text.Json;
using Hub.Contracts;
using Hub.Domain.Views;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>Who sees a case at all, and how much of it.</summary>
public class SightTests
{
    private readonly Scenario area = new();

    [Fact]
    public void An_office_with_no_relation_to_a_case_gets_a_count_and_nothing_else()
    {
        var id = area.Flag(Boligsocial);
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen));
        foreach (var who in new[] { Vicevaert, Ejendomsleder })
        {
            Assert.Null(area.View(who, id));
            var workspace = area.Workspace(who);
            Assert.Empty(workspace.Cases);
            Assert.Equal(1, workspace.Offices[Kontor.BoligsocialtKontor].Open);
            Assert.DoesNotContain("S-0001", JsonSerializer.Serialize(workspace), StringComparison.Ordinal);
        }

        Assert.All(area.Log, r => Assert.Equal(Kontorer.BoligsocialtKontor, r.Audience.Reached));
    }

    [Fact]
    public void The_offices_that_flagged_hold_held_or_are_asked_see_it()
    {
        var id = area.Flag(Boligsocial);
        var handover = area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        Assert.NotNull(area.View(Vicevaert, id));
        area.Given(Vicevaert, new AcceptHandover(handover));
        Assert.NotNull(area.View(Boligsocial, id));
    }

    [Fact]
    public void Colleagues_in_ejendomskontor_read_it_until_another_office_has_picked_it_up()
    {
        var id = area.Flag(Vicevaert);
        Assert.Equal(Beboere.Description, area.View(Kollega, id)!.Description);
        area.Given(Boligsocial, new PickUpCase(id));
        var seen = area.View(Kollega, id)!;
        Assert.Equal((Sight.Status, "S-0001", CaseStatus.IGang), (seen.Card.Sight, seen.Card.Number, seen.Card.Status));
        Assert.Equal((null, null, null, null, false), (seen.Card.Category, seen.Card.Severity, seen.Card.Assignee, seen.Card.Identity, seen.Card.Late));
        Assert.Empty(seen.Timeline);
        Assert.Empty(seen.Actions);
        Assert.Null(seen.Description);
        Assert.DoesNotContain("Karen", JsonSerializer.Serialize(area.Workspace(Kollega)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_flagger_and_the_leader_read_on()
    {
        var id = area.Picked();
        Assert.Equal(Beboere.Description, area.View(Vicevaert, id)!.Description);
        Assert.Equal(Beboere.Description, area.View(Ejendomsleder, id)!.Description);
    }

    [Fact]
    public void So_does_whoever_of_them_worked_it()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry(Category.Fremleje));
        area.Given(Kollega, new PickUpCase(id));
        area.Given(Boligsocial, new AcceptHandover(area.Offered(id, Kollega, Kontor.BoligsocialtKontor)));
        Assert.Equal(Sight.Full, area.View(Kollega, id)!.Card.Sight);
    }

    [Fact]
    public void Colleagues_do_not_read_again_because_it_is_opened_again()
    {
        var id = area.Picked();
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.Given(Vicevaert, new ReopenCase(id, "Det lugter igen"));
        Assert.Equal(Sight.Status, area.View(Kollega, id)!.Card.Sight);
    }

    [Fact]
    public void What_comes_home_to_ejendomskontor_is_read_by_all_of_them_again()
    {
        var id = area.Picked();
        area.Given(Ejendomsleder, new AcceptHandover(area.Offered(id, Boligsocial, Kontor.Ejendomskontor)));
        Assert.Equal(Sight.Full, area.View(Kollega, id)!.Card.Sight);
    }

    [Fact]
    public void The_dpo_sees_numbers_and_status_and_never_who()
    {
        var id = area.Picked();
        var seen = area.View(Dpo, id)!;
        Assert.Equal((Sight.Status, null, null), (seen.Card.Sight, seen.Card.Identity, seen.Description));
        Assert.Null(area.View(Admin, id));
        Assert.Empty(area.Workspace(Admin).Cases);
    }

    [Fact]
    public void The_board_reads_number_status_and_dates_of_its_own_flag_and_never_what_it_typed()
    {
        var id = area.Flag(Bestyrelse, Beboere.Worry(severity: Severity.Akut) with { Parter = [new(PartRolle.Klager, Beboere.Mogens)] });
        area.Given(Boligsocial, new PickUpCase(id));
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen, "Aftalt besøg"));
        var workspace = JsonSerializer.Serialize(area.Board());
        foreach (var secret in new[] { "Karen", "Mogens", "Nordlysvej", "20 30 40 50", "posten", "Aftalt", "S-0001", id.ToString(), Boligsocial.UserId.ToString() })
        {
            Assert.DoesNotContain(secret, workspace, StringComparison.Ordinal);
        }

        Assert.Equal(("B-0001", CaseStatus.IGang), (area.Board().Flags[0].Number, area.Board().Flags[0].Status));
        Assert.Equal(area.Board().Flags[0], View.BoardFlag(area.Case(id), area.Seen(Bestyrelse)));
        Assert.Null(area.View(Bestyrelse, id));
    }

    [Fact]
    public void The_board_knows_nothing_of_what_others_flag()
    {
        var id = area.Picked();
        Assert.Null(View.BoardFlag(area.Case(id), area.Seen(Bestyrelse)));
        Assert.Empty(area.Board().Flags);
        Assert.Equal(0, area.Board().Seq);
        Assert.All(area.Log, r => Assert.Null(r.BoardSeq));
    }

    [Fact]
    public void The_boards_numbers_are_dense_whatever_happens_in_between()
    {
        area.Picked();
        var id = area.Flag(Bestyrelse);
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen));
        area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        area.Given(Ejendomsleder, new AcceptHandover(area.Case(id).Pending!.Id));
        area.Given(Bestyrelse, new OpenMatter("Lys", "Stien er mørk", null));
        Assert.Equal([1, 2, 3], area.Log.Select(r => r.BoardSeq).OfType<long>());
        Assert.Equal(3, area.Board().Seq);
    }

    [Fact]
    public void A_leader_who_stands_in_for_a_missing_office_sees_what_it_would()
    {
        var small = new Scenario(members: [Vicevaert, Ejendomsleder, Bestyrelse]);
        var id = small.Flag(Bestyrelse);
        Assert.Null(small.View(Vicevaert, id));
        Assert.NotNull(small.View(Ejendomsleder, id));
    }

    [Fact]
    public void Each_button_shown_is_one_that_may_be_pressed()
    {
        var id = area.Picked();
        Assert.Contains("close", area.View(Boligsocial, id)!.Actions);
        Assert.DoesNotContain("pickup", area.View(Boligsocial, id)!.Actions);
        Assert.DoesNotContain("close", area.View(Vicevaert, id)!.Actions);
        Assert.Contains("calls", area.View(Vicevaert, id)!.Actions);
        Assert.DoesNotContain("calls", area.View(Ejendomsleder, id)!.Actions);
        area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        Assert.Contains("handovers/accept", area.View(Vicevaert, id)!.Actions);
        Assert.DoesNotContain("close", area.View(Boligsocial, id)!.Actions);
        Assert.Contains("handovers/withdraw", area.View(Boligsocial, id)!.Actions);
    }
}
