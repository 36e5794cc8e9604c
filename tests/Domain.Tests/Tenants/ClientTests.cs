using Hub.Contracts;
using Hub.Domain.Tenants;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Tenants;

/// <summary>Which systems and apps a boligorganisation lets in: its admin says, and every change stands in its stream.</summary>
public class ClientTests
{
    private static readonly Guid Client = Id(700);
    private static readonly ClientPlace Here = new(Omraade, Kontor.Ejendomskontor);

    private TenantState state = TenantState.Empty;

    public ClientTests()
    {
        Given(Guid.Empty, new CreateTenant("nordbo", "Nordbo"));
        Given(Guid.Empty, new RegisterOmraade(Omraade, "Nordlyset", [], []));
        Given(Guid.Empty, new GrantMembership(Omraade, Admin.UserId, null, Rolle.Admin, Employer.Boligorganisation));
    }

    [Fact]
    public void An_admin_registers_disables_enables_and_removes_one_and_each_is_an_event()
    {
        Registers(SystemScope.Read | SystemScope.Flag, [Here]);
        Assert.Equal((false, false), (state.Clients[Client].IsApp, state.Clients[Client].Disabled));

        Assert.Equal(ClientChange.SecretReplaced, Given(Admin.UserId, Change(ClientChange.SecretReplaced)).Change);
        var disabled = Given(Admin.UserId, Change(ClientChange.Disabled));
        Assert.Equal((SystemScope.Read | SystemScope.Flag, Here), (disabled.Leave, Assert.Single(disabled.Places!)));
        Assert.True(state.Clients[Client].Disabled);

        Given(Admin.UserId, Change(ClientChange.Enabled));
        Assert.False(state.Clients[Client].Disabled);

        Given(Admin.UserId, Change(ClientChange.Removed));
        Assert.Empty(state.Clients);
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        Registers(SystemScope.Read, null);
        Assert.Empty(When(Admin.UserId, new ChangeClient(Client, ClientChange.Registered, SystemScope.Read, null)).Events);
        Assert.Empty(When(Admin.UserId, Change(ClientChange.Enabled)).Events);
        Given(Admin.UserId, Change(ClientChange.Disabled));
        Assert.Empty(When(Admin.UserId, Change(ClientChange.Disabled)).Events);
    }

    [Theory]
    [InlineData(ClientChange.SecretReplaced)]
    [InlineData(ClientChange.Disabled)]
    [InlineData(ClientChange.Enabled)]
    [InlineData(ClientChange.Removed)]
    public void One_that_is_not_there_is_not_found(ClientChange change) => Assert.Equal(RejectionCode.NotFound, When(Admin.UserId, Change(change)).Rejection?.Code);

    [Fact]
    public void Nobody_but_an_admin_does_not_even_the_operator()
    {
        foreach (var who in new[] { Vicevaert.UserId, Leder.UserId, Dpo.UserId, Guid.Empty })
        {
            Assert.Equal(RejectionCode.NotAllowed, When(who, new ChangeClient(Client, ClientChange.Registered, SystemScope.Read, null)).Rejection?.Code);
        }
    }

    [Theory]
    [InlineData(SystemScope.Manage)]
    [InlineData(SystemScope.Read | SystemScope.Manage)]
    [InlineData(SystemScope.Identity)]
    [InlineData(SystemScope.None)]
    public void A_system_is_let_in_to_read_and_flag_alone(SystemScope leave) => Refused("leave", new ChangeClient(Client, ClientChange.Registered, leave, [Here]));

    [Fact]
    public void An_app_may_do_more_and_is_shown_no_identity_of_its_own()
    {
        Refused("leave", new ChangeClient(Client, ClientChange.Registered, SystemScope.Read | SystemScope.Identity, null));
        Registers(SystemScope.Read | SystemScope.Flag | SystemScope.Manage, null);
    }

    [Fact]
    public void A_system_is_let_in_at_one_office_of_areas_that_are_the_boligorganisations()
    {
        Refused("places", new ChangeClient(Client, ClientChange.Registered, SystemScope.Read, []));
        Refused("places", new ChangeClient(Client, ClientChange.Registered, SystemScope.Read, [new ClientPlace(Id(404), Kontor.Ejendomskontor)]));
        Refused("places", new ChangeClient(Client, ClientChange.Registered, SystemScope.Read, [Here, Here with { Kontor = Kontor.BoligsocialtKontor }]));
    }

    [Fact]
    public void It_is_given_what_it_is_registered_for_where_it_is_registered_and_nothing_while_it_is_shut_out()
    {
        var system = new Client(SystemScope.Read, [Here], Disabled: false);
        var app = new Client(SystemScope.Read, null, Disabled: false);

        Assert.Equal(SystemScope.Read, system.Of(SystemScope.Read | SystemScope.Flag, Omraade, Kontor.Ejendomskontor));
        Assert.Equal(SystemScope.None, system.Of(SystemScope.Read, Omraade, Kontor.BoligsocialtKontor));
        Assert.Equal(SystemScope.None, system.Of(SystemScope.Read, Id(404), Kontor.Ejendomskontor));
        Assert.Equal(SystemScope.Read, app.Of(SystemScope.Read, Id(404), Kontor.BoligsocialtKontor));
        Assert.Equal(SystemScope.None, (app with { Disabled = true }).Of(SystemScope.Read, Omraade, Kontor.Ejendomskontor));
    }

    private static ChangeClient Change(ClientChange change) => new(Client, change, SystemScope.None, null);

    private void Registers(SystemScope leave, IReadOnlyList<ClientPlace>? places) => Given(Admin.UserId, new ChangeClient(Client, ClientChange.Registered, leave, places));

    private Decision When(Guid actor, TenantCommand command) => TenantDecide.Decide(state, actor, command);

    private ClientChanged Given(Guid actor, ChangeClient command) => (ClientChanged)Given(actor, (TenantCommand)command);

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

    private void Refused(string field, ChangeClient command)
    {
        var refusal = When(Admin.UserId, command).Rejection;
        Assert.Equal(RejectionCode.Invalid, refusal?.Code);
        Assert.Equal([field], refusal!.Fields!.Keys);
    }
}
