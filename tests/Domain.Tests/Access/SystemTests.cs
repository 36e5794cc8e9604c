using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Tests.Workspaces;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Access;

/// <summary>Another system acts for one office: it reads or flags as far as its token says, and does nothing else to anything.</summary>
public class SystemTests
{
    private static readonly Guid Robot = Id(77);

    private readonly Scenario area = new();

    [Fact]
    public void With_leave_to_flag_it_flags_for_its_office_and_then_sees_nothing_of_it()
    {
        var id = area.Flag(System(SystemScope.Flag));

        Assert.Equal((Robot, Kontor.Ejendomskontor), (area.Case(id).FirstFlagger.UserId, area.Case(id).FirstFlagger.Kontor));
        Assert.Null(area.View(System(SystemScope.Flag), id));
        Assert.Empty(area.Workspace(System(SystemScope.Flag)).Cases);
    }

    [Fact]
    public void Without_it_it_is_refused() => area.When(System(SystemScope.Read), Beboere.Worry()).Refused(RejectionCode.NotAllowed);

    [Fact]
    public void None_is_taken_for_Hub_itself_whatever_its_id()
    {
        area.Flag(Vicevaert);
        area.When(System(SystemScope.Read | SystemScope.Flag) with { UserId = Guid.Empty }, new MeetDeadline(area.Deadlines.First())).Refused(RejectionCode.NotAllowed);
    }

    [Fact]
    public void With_leave_to_read_it_reads_what_its_office_reads_and_no_more()
    {
        var (own, foreign) = (area.Flag(Vicevaert), area.Flag(Boligsocial, Beboere.Worry() with { ToKontor = Kontor.BoligsocialtKontor }));

        Assert.Equal(Sight.Full, area.View(System(SystemScope.Read), own)!.Card.Sight);
        Assert.Null(area.View(System(SystemScope.Read), foreign));
    }

    [Fact]
    public void It_does_nothing_to_what_it_reads_and_finds_nothing_of_what_it_does_not()
    {
        var (own, foreign) = (area.Flag(Vicevaert), area.Flag(Boligsocial, Beboere.Worry() with { ToKontor = Kontor.BoligsocialtKontor }));
        var matter = area.Given(Bestyrelse, new OpenMatter("Lys", "Stien er mørk", null)).Receipt.MatterId!.Value;
        var task = area.Given(Vicevaert, new CreateTask("Skift pæren", Kontor.Ejendomskontor, null, null, null, null)).Receipt.TaskId!.Value;
        var system = System(SystemScope.Read | SystemScope.Flag | SystemScope.Identity);

        Assert.All(
            (Command[])[
                Beboere.Note(own, NoteAudience.Sagen), new PickUpCase(own), new UnsealCase(own, UnsealKind.FareForLiv, "x"), new RecordLegalBasis(own, Beboere.Consent()),
                new CloseCase(own, Outcome.Loest, null), new RecordUnderretning(own, area.Now), new ErasePersons(own), new AddMatterNote(matter, "x"),
                new CloseMatter(matter, MatterOutcome.Loest), new CompleteTask(task), new OpenMatter("Lys", "Stien", null),
                new CreateTask("x", Kontor.Ejendomskontor, null, null, null, null)],
            command => area.When(system, command).Refused(RejectionCode.NotAllowed));
        Assert.All(
            (Command[])[Beboere.Note(foreign, NoteAudience.Sagen), Beboere.Note(Id(404), NoteAudience.Sagen), new PickUpCase(foreign)],
            command => area.When(system, command).Refused(RejectionCode.NotFound));
        Assert.Empty(area.View(system, own)!.Actions);
    }

    [Theory]
    [InlineData(SystemScope.Read, true, IdentityState.Forseglet)]
    [InlineData(SystemScope.Read | SystemScope.Identity, false, IdentityState.Forseglet)]
    [InlineData(SystemScope.Read | SystemScope.Identity, true, IdentityState.Aaben)]
    public void It_sees_who_a_case_is_about_only_with_leave_for_that_and_enough_assurance(SystemScope scope, bool assured, IdentityState seen)
    {
        var view = area.View(System(scope, assured), area.Flag(Vicevaert))!;

        Assert.Equal(seen, view.Card.Identity!.State);
        Assert.Equal(seen == IdentityState.Forseglet, view.NamesSealed == true);
        Assert.Equal(seen == IdentityState.Aaben, view.Description!.Contains("Karen", StringComparison.Ordinal));
    }

    [Fact]
    public void No_leave_at_all_reads_nothing() => Assert.False(Systems.MayRead(System(SystemScope.Flag)));

    [Fact]
    public void People_may_read() => Assert.All(Everyone, who => Assert.True(Systems.MayRead(who)));

    private static Membership System(SystemScope scope, bool assured = false) => Systems.Member(Tenant, Omraade, Robot, Kontor.Ejendomskontor, scope, assured);
}
