using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Tests.Workspaces;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Access;

/// <summary>An app that acts for a person: never more than the person may, and never more than its leave.</summary>
public class AppTests
{
    private const SystemScope All = SystemScope.Read | SystemScope.Flag | SystemScope.Manage;

    private readonly Scenario area = new();

    [Fact]
    public void With_all_leave_it_does_what_the_person_does()
    {
        var c = area.Flag(Through(Boligsocial, All));

        area.Given(Through(Boligsocial, All), new PickUpCase(c));
        area.Given(Through(Boligsocial, All), Beboere.Note(c, NoteAudience.Eget));
        area.Given(Through(Boligsocial, All), new OpenMatter("Lys", "Stien er mørk", null));

        Assert.NotNull(area.View(Through(Boligsocial, All), c));
    }

    [Fact]
    public void What_the_person_may_not_it_may_not_with_all_leave()
    {
        var c = area.Flag(Boligsocial);

        Assert.Equal(RejectionCode.NotFound, area.When(Through(Bestyrelse, All), new PickUpCase(c)).Rejection?.Code);
        Assert.Equal(RejectionCode.NotFound, area.When(Through(Vicevaert, All), Beboere.Note(c, NoteAudience.Eget)).Rejection?.Code);
        Assert.Null(area.View(Through(Bestyrelse, All), c));
    }

    [Theory]
    [InlineData(SystemScope.Read)]
    [InlineData(SystemScope.Read | SystemScope.Flag)]
    public void Without_leave_to_act_it_acts_on_nothing_that_it_reads(SystemScope leave)
    {
        var c = area.Picked();
        Command[] commands = [new PickUpCase(c), Beboere.Note(c, NoteAudience.Sagen), new CloseCase(c, Outcome.Loest, null), new OpenMatter("x", "x", null), new CreateTask("x", Kontor.BoligsocialtKontor, c, null, null, null)];

        Assert.NotNull(area.View(Through(Boligsocial, leave), c));
        Assert.All(commands, command => Assert.Equal(RejectionCode.NotAllowed, area.When(Through(Boligsocial, leave), command).Rejection?.Code));
        Assert.Empty(area.View(Through(Boligsocial, leave), c)!.Actions);
    }

    [Fact]
    public void It_flags_with_leave_to_flag_alone()
    {
        area.Flag(Through(Vicevaert, SystemScope.Flag));

        Assert.Equal(RejectionCode.NotAllowed, area.When(Through(Vicevaert, SystemScope.Read | SystemScope.Manage), Beboere.Worry()).Rejection?.Code);
    }

    [Fact]
    public void Without_leave_to_read_nothing_is_there_for_it()
    {
        var c = area.Picked();

        Assert.False(Systems.MayRead(Through(Boligsocial, SystemScope.Flag | SystemScope.Manage)));
        Assert.Null(area.View(Through(Boligsocial, SystemScope.Flag | SystemScope.Manage), c));
        Assert.Equal(RejectionCode.NotFound, area.When(Through(Boligsocial, SystemScope.Manage), Beboere.Note(c, NoteAudience.Sagen)).Rejection?.Code);
        Assert.True(Systems.MayRead(Through(Boligsocial, SystemScope.Read)));
        Assert.True(Systems.MayRead(Boligsocial));
    }

    [Fact]
    public void It_breaks_no_seal_where_the_person_may()
    {
        var c = area.Picked(Beboere.Worry());

        Assert.Equal(RejectionCode.NotAllowed, area.When(Through(Boligsocial, All), new UnsealCase(c, UnsealKind.FareForLiv, "x")).Rejection?.Code);
        area.Given(Boligsocial, new UnsealCase(c, UnsealKind.FareForLiv, "x"));
    }

    [Fact]
    public void It_stands_in_for_no_other_office_where_the_person_does()
    {
        var without = new Scenario(members: [Boligsocial, Leder, Bestyrelse, Admin]);

        Assert.True(without.Seen(Leder).Offices.Has(Kontor.Ejendomskontor));
        Assert.False(without.Seen(Through(Leder, All)).Offices.Has(Kontor.Ejendomskontor));
    }

    [Fact]
    public void It_acts_for_the_office_of_the_person_and_who_has_none_gives_it_nothing()
    {
        Assert.Equal(SystemScope.Read, Apps.Member(Boligsocial, Kontor.BoligsocialtKontor, SystemScope.Read)?.Leave);
        Assert.Null(Apps.Member(Boligsocial, Kontor.Ejendomskontor, All));
        Assert.Null(Apps.Member(Boligsocial, Kontor.BoligsocialtKontor, SystemScope.None));
        Assert.Null(Apps.Member(Admin, Kontor.Ejendomskontor, All));
        Assert.Null(Apps.Member(Dpo, Kontor.Ejendomskontor, All));
    }

    [Fact]
    public void Nobody_administers_through_it()
    {
        Assert.True(Apps.MayAdminister(Leder));
        Assert.False(Apps.MayAdminister(Through(Leder, All)));
    }

    private static Membership Through(Membership person, SystemScope leave) => person with { Leave = leave };
}
