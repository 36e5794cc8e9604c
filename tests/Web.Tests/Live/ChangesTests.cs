using Hub.Contracts;
using Hub.Storage;
using Hub.Web.Live;
using static Hub.Web.Tests.Live.Rows;

namespace Hub.Web.Tests.Live;

public class ChangesTests
{
    private static readonly Guid Thing = Guid.NewGuid();

    [Fact]
    public void An_office_that_can_read_the_thing_is_told_what_it_is_and_where_it_stands()
    {
        var row = Row(7, Kontorer.Personale, about: About("handoverOffered", handover: Thing, status: "underOverdragelse"));

        var change = Changes.For(Viewer(Kontor.Ejendomskontor), row);

        Assert.Equal(
            new Changed(OmraadeId, 7, Noon, "handoverOffered", Kontor.BoligsocialtKontor, CaseId, HandoverId: Thing, Status: "underOverdragelse"), change);
    }

    [Fact]
    public void An_office_without_a_relation_is_told_nothing() =>
        Assert.Null(Changes.For(Viewer(Kontor.Ejendomskontor), Row(7, Kontorer.BoligsocialtKontor)));

    [Theory]
    [InlineData(Rolle.Dpo)]
    [InlineData(Rolle.Admin)]
    public void Who_belongs_to_no_office_is_told_nothing(Rolle rolle) =>
        Assert.Null(Changes.For(Viewer(null, rolle), Row(7, Kontorer.Alle)));

    [Fact]
    public void A_leader_hears_for_the_office_that_the_area_lacks() =>
        Assert.NotNull(Changes.For(Viewer(Kontor.Ejendomskontor, Rolle.Leder, Kontorer.BoligsocialtKontor), Row(7, Kontorer.BoligsocialtKontor)));

    [Fact]
    public void The_case_id_goes_only_to_those_who_may_know_the_case()
    {
        var row = Row(7, Kontorer.Personale, knowsCase: Kontorer.BoligsocialtKontor, about: About("taskCreated", task: Thing, status: "aaben"));

        Assert.Null(Changes.For(Viewer(Kontor.Ejendomskontor), row)!.CaseId);
        Assert.Equal(CaseId, Changes.For(Viewer(Kontor.BoligsocialtKontor), row)!.CaseId);
    }

    [Fact]
    public void Who_loses_access_by_the_event_is_told_only_that_it_has_ended()
    {
        var row = Row(7, Kontorer.Personale, readers: Kontorer.BoligsocialtKontor, about: About("handoverWithdrawn", handover: Thing, status: "iGang"));

        Assert.Equal(new Changed(OmraadeId, 7, Noon, "adgangOphoert", CaseId: CaseId), Changes.For(Viewer(Kontor.Ejendomskontor), row));
    }

    [Theory]
    [InlineData("ny", "ny")]
    [InlineData("iGang", "iGang")]
    [InlineData("underOverdragelse", "iGang")]
    [InlineData("afsluttet", "afsluttet")]
    public void The_board_is_told_of_its_own_flag_only_the_status_in_its_own_count(string status, string told)
    {
        var row = Row(70, Kontorer.Alle, boardSeq: 3, about: About("casePickedUp", handover: Thing, status: status));

        Assert.Equal(new Changed(OmraadeId, 3, Noon, "flagChanged", Status: told), Changes.For(Viewer(Kontor.Bestyrelseskontor), row));
    }

    [Fact]
    public void The_board_is_told_of_a_matter_without_the_case_it_came_from()
    {
        var row = Row(70, Kontorer.BoligsocialtKontor | Kontorer.Bestyrelseskontor, boardSeq: 4, about: About("matterOpened", matter: Thing, status: "ny"));

        Assert.Equal(
            new Changed(OmraadeId, 4, Noon, "matterOpened", Kontor.BoligsocialtKontor, MatterId: Thing, Status: "ny"),
            Changes.For(Viewer(Kontor.Bestyrelseskontor), row));
    }

    [Fact]
    public void The_board_is_told_of_a_task_without_the_case_it_stands_on()
    {
        var row = Row(70, Kontorer.Alle, boardSeq: 5, about: About("taskCreated", task: Thing, status: "aaben"));

        Assert.Equal(
            new Changed(OmraadeId, 5, Noon, "taskCreated", Kontor.BoligsocialtKontor, TaskId: Thing, Status: "aaben"),
            Changes.For(Viewer(Kontor.Bestyrelseskontor), row));
    }

    [Fact]
    public void The_board_counts_its_own_changes_where_staff_count_the_log()
    {
        var head = new Head(90, 12, Noon);

        Assert.Equal(12, Changes.SeqFor(Viewer(Kontor.Bestyrelseskontor), head));
        Assert.Equal(90, Changes.SeqFor(Viewer(null, Rolle.Dpo), head));
    }

    [Fact]
    public void Other_rights_are_another_epoch()
    {
        var epochs = new[]
        {
            Epochs.Of("log", Viewer(Kontor.Ejendomskontor)), Epochs.Of("log", Viewer(Kontor.BoligsocialtKontor)),
            Epochs.Of("log", Viewer(Kontor.Ejendomskontor, Rolle.Leder)), Epochs.Of("log", Viewer(Kontor.Ejendomskontor, Rolle.Leder, Kontorer.BoligsocialtKontor)),
            Epochs.Of("log", Viewer(null, Rolle.Admin)), Epochs.Of("log", Viewer(null, Rolle.Admin, Kontorer.Ejendomskontor)), Epochs.Of("restored", Viewer(Kontor.Ejendomskontor)),
        };

        Assert.Distinct(epochs);
    }
}
