using Hub.Contracts;
using Hub.Domain.Tenants;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Tenants;

/// <summary>A boligorganisation's own facts: its areas, who works where, its rules.</summary>
public class TenantTests
{
    private static readonly Guid Operator = Guid.Empty;
    private static readonly Guid Elsewhere = Id(404);

    private TenantState state = TenantState.Empty;

    public TenantTests()
    {
        Given(Operator, new CreateTenant("nordbo", "Nordbo"));
        Given(Operator, new RegisterOmraade(Omraade, "Nordlyset", ["Nord"], [new Lejemaal(Id(500), "Nord", "Nordlysvej 12")]));
        Given(Operator, new GrantMembership(Omraade, Admin.UserId, null, Rolle.Admin, Employer.Boligorganisation));
    }

    [Fact]
    public void An_area_has_afdelinger_doors_and_the_standard_rules()
    {
        var omraade = state.Omraader[Omraade];
        Assert.Equal(("Nordlyset", "Nord", "Nordlysvej 12"), (omraade.Name, omraade.Afdelinger[0], omraade.Lejemaal[0].Address));
        Assert.Equal(OmraadeSettings.Standard, omraade.Settings);
    }

    [Fact]
    public void Setting_up_the_same_again_changes_nothing()
    {
        Assert.Empty(When(Operator, new CreateTenant("nordbo", "Nordbo")).Events);
        Assert.Empty(When(Operator, new RegisterOmraade(Omraade, "Nordlyset", [], [])).Events);
        Assert.Empty(When(Operator, new GrantMembership(Omraade, Admin.UserId, null, Rolle.Admin, Employer.Boligorganisation)).Events);
        Assert.Empty(When(Operator, new RevokeMembership(Omraade, Vicevaert.UserId)).Events);
    }

    [Fact]
    public void An_administrator_gives_and_takes_memberships()
    {
        var granted = Assert.IsType<MembershipGranted>(Given(Admin.UserId, Member(Boligsocial2)));
        Assert.Equal((Kontor.BoligsocialtKontor, Rolle.Medarbejder, Employer.Kommune), (granted.Kontor, granted.Rolle, granted.Employer));
        Given(Admin.UserId, new RevokeMembership(Omraade, Boligsocial2.UserId));
        Assert.DoesNotContain(state.Members.Keys, key => key.User == Boligsocial2.UserId);
    }

    [Fact]
    public void Nobody_can_be_made_what_Hub_itself_is() =>
        Assert.Equal(RejectionCode.Invalid, When(Admin.UserId, new GrantMembership(Omraade, Guid.Empty, null, Rolle.Dpo, Employer.Boligorganisation)).Rejection?.Code);

    [Fact]
    public void Nobody_else_does()
    {
        foreach (var who in new[] { Vicevaert, Ejendomsleder, Bestyrelse, Boligsocial, Leder, Dpo })
        {
            Given(Operator, Member(who));
            TenantCommand[] commands =
            [
                Member(Kollega), new RevokeMembership(Omraade, Admin.UserId), new ChangeOmraadeSettings(Omraade, OmraadeSettings.Standard),
                new RegisterOmraade(Id(600), "Ny", [], []), new CreateTenant("x", "x"),
                new ChangeClient(Id(700), ClientChange.Registered, SystemScope.Read, null),
            ];
            Assert.All(commands, command => Refused(RejectionCode.NotAllowed, who.UserId, command));
        }
    }

    [Fact]
    public void An_administrator_who_no_longer_is_one_does_not_either()
    {
        Given(Operator, new RevokeMembership(Omraade, Admin.UserId));
        Refused(RejectionCode.NotAllowed, Admin.UserId, Member(Kollega));
    }

    [Fact]
    public void The_last_administrator_stays_until_there_is_another()
    {
        Refused(RejectionCode.LastAdmin, Admin.UserId, new RevokeMembership(Omraade, Admin.UserId));
        Refused(RejectionCode.LastAdmin, Admin.UserId, new GrantMembership(Omraade, Admin.UserId, Kontor.Ejendomskontor, Rolle.Leder, default));
        Refused(RejectionCode.LastAdmin, Admin.UserId, new GrantMembership(Omraade, Admin.UserId, null, Rolle.Dpo, default));

        Given(Admin.UserId, Member(Kollega) with { Kontor = null, Rolle = Rolle.Admin });
        Given(Admin.UserId, new RevokeMembership(Omraade, Admin.UserId));
        Refused(RejectionCode.LastAdmin, Kollega.UserId, new RevokeMembership(Omraade, Kollega.UserId));
        Given(Operator, new RevokeMembership(Omraade, Kollega.UserId));
    }

    [Fact]
    public void Nobody_is_made_a_system() =>
        Refused(RejectionCode.Invalid, Admin.UserId, new GrantMembership(Omraade, Kollega.UserId, Kontor.Ejendomskontor, Rolle.System, default));

    [Fact]
    public void An_area_of_another_tenant_is_not_there()
    {
        Refused(RejectionCode.NotFound, Admin.UserId, new GrantMembership(Elsewhere, Kollega.UserId, Kontor.Ejendomskontor, Rolle.Medarbejder, default));
        Refused(RejectionCode.NotFound, Admin.UserId, new RevokeMembership(Elsewhere, Kollega.UserId));
        Refused(RejectionCode.NotFound, Admin.UserId, new ChangeOmraadeSettings(Elsewhere, OmraadeSettings.Standard));
    }

    [Theory]
    [InlineData(Rolle.Medarbejder, null)]
    [InlineData(Rolle.Leder, null)]
    [InlineData(Rolle.Dpo, Kontor.Ejendomskontor)]
    [InlineData(Rolle.Admin, Kontor.BoligsocialtKontor)]
    public void Office_and_role_fit(Rolle rolle, Kontor? kontor) =>
        Refused(RejectionCode.Invalid, Admin.UserId, new GrantMembership(Omraade, Kollega.UserId, kontor, rolle, default));

    [Fact]
    public void One_is_either_on_the_board_or_on_the_staff_of_an_area()
    {
        Given(Admin.UserId, Member(Vicevaert));
        Given(Admin.UserId, Member(Vicevaert) with { Kontor = Kontor.Bestyrelseskontor });
        Assert.Equal(Kontor.Bestyrelseskontor, Assert.Single(state.Members.Values, m => m.UserId == Vicevaert.UserId).Kontor);
    }

    [Fact]
    public void The_rules_of_an_area_can_be_edited_but_never_send_a_case_to_the_board()
    {
        var settings = OmraadeSettings.Standard with { DutyPhone = "70 10 20 30" };
        Given(Admin.UserId, new ChangeOmraadeSettings(Omraade, settings));
        Assert.Equal("70 10 20 30", state.Omraader[Omraade].Settings.DutyPhone);
        Refused(RejectionCode.Invalid, Admin.UserId, new ChangeOmraadeSettings(
            Omraade, settings with { Routing = [new RoutingRule(null, null, null, Kontor.Bestyrelseskontor)] }));
    }

    private static GrantMembership Member(Membership who) => new(Omraade, who.UserId, who.Kontor, who.Rolle, who.Employer);

    private Decision When(Guid actor, TenantCommand command) => TenantDecide.Decide(state, actor, command);

    private Event Given(Guid actor, TenantCommand command)
    {
        var decision = When(actor, command);
        Assert.Null(decision.Rejection);
        foreach (var e in decision.Events)
        {
            state = TenantApply.Apply(state, new Recorded(state.Seq + 1, null, Guid.Empty, Guid.Empty, default, actor, null, default, e));
        }

        return decision.Events[^1];
    }

    private void Refused(RejectionCode code, Guid actor, TenantCommand command)
    {
        var decision = When(actor, command);
        Assert.Equal(code, decision.Rejection?.Code);
        Assert.Empty(decision.Events);
    }
}
