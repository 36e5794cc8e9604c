using Hub.Contracts;
using Hub.Domain.Tenants;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Tenants;

/// <summary>How long a boligorganisation keeps what has ended is its own to say, within reason, and a boligorganisation can end.</summary>
public class SlettereglerTests
{
    private static readonly Sletteregler Short = new([new(Category.Mistrivsel, null, 6), new(Category.Mistrivsel, Outcome.Henvist, 3)], 2, 10);
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private TenantState state = TenantState.Empty;

    public SlettereglerTests()
    {
        Given(Guid.Empty, new CreateTenant("nordbo", "Nordbo"));
        Given(Guid.Empty, new RegisterOmraade(Omraade, "Nordlyset", [], []));
        foreach (var who in new[] { Admin, Dpo, Leder })
        {
            Given(Guid.Empty, new GrantMembership(Omraade, who.UserId, who.Kontor, who.Rolle, who.Employer));
        }
    }

    [Fact]
    public void An_admin_sets_them_and_the_same_again_changes_nothing()
    {
        Given(Admin.UserId, new ChangeSletteregler(Short));

        Assert.Equal((Short, At), (state.Slettefrister.Regler, state.Slettefrister.ChangedAt));
        Assert.Empty(TenantDecide.Decide(state, Admin.UserId, new ChangeSletteregler(new([.. Short.Regler.Reverse()], 2, 10))).Events);
    }

    [Fact]
    public void Nobody_else_does()
    {
        foreach (var who in new[] { Dpo, Leder })
        {
            Assert.Equal(RejectionCode.NotAllowed, TenantDecide.Decide(state, who.UserId, new ChangeSletteregler(Short)).Rejection?.Code);
        }
    }

    [Theory]
    [InlineData(0, 5, 50, "regler")]
    [InlineData(121, 5, 50, "regler")]
    [InlineData(12, 0, 50, "bortfaldMonths")]
    [InlineData(12, 25, 50, "bortfaldMonths")]
    [InlineData(12, 5, 0, "mostPerNight")]
    [InlineData(12, 5, 501, "mostPerNight")]
    public void What_is_out_of_all_reason_is_refused(int months, int bortfald, int most, string field)
    {
        var decision = TenantDecide.Decide(state, Admin.UserId, new ChangeSletteregler(new([new(Category.Stoej, null, months)], bortfald, most)));

        Assert.Equal([field], decision.Rejection!.Fields!.Keys);
    }

    [Fact]
    public void A_rule_for_an_outcome_that_the_category_cannot_have_is_refused() => Assert.Equal(
        RejectionCode.Invalid, TenantDecide.Decide(state, Admin.UserId, new ChangeSletteregler(new([new(Category.Stoej, Outcome.Betalt, 12)], 5, 50))).Rejection?.Code);

    [Fact]
    public void A_boligorganisation_that_has_ended_has_nobody_in_it_and_takes_nothing_any_more()
    {
        Given(Guid.Empty, new EndTenant());

        Assert.Empty(state.Members);
        Assert.Empty(TenantDecide.Decide(state, Guid.Empty, new EndTenant()).Events);
        Assert.Equal(RejectionCode.NotAllowed, TenantDecide.Decide(state, Guid.Empty, new RegisterOmraade(Id(600), "Ny", [], [])).Rejection?.Code);
    }

    [Fact]
    public void Only_the_operator_ends_it() =>
        Assert.Equal(RejectionCode.NotAllowed, TenantDecide.Decide(state, Admin.UserId, new EndTenant()).Rejection?.Code);

    private void Given(Guid actor, TenantCommand command)
    {
        var decision = TenantDecide.Decide(state, actor, command);
        Assert.Null(decision.Rejection);
        foreach (var e in decision.Events)
        {
            state = TenantApply.Apply(state, new Recorded(state.Seq + 1, null, Guid.Empty, Guid.Empty, At, actor, null, default, e));
        }
    }
}
