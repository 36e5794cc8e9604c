using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Deletion;

namespace Hub.Domain.Tenants;

/// <summary>What an admin (or the operator, when a tenant is set up) may change about a boligorganisation.</summary>
public static class TenantDecide
{
    /// <param name="state">The tenant.</param>
    /// <param name="actor">The user; <see cref="Guid.Empty"/> is the operator.</param>
    /// <param name="command">The wish.</param>
    public static Decision Decide(TenantState state, Guid actor, TenantCommand command) =>
        !Permissions.May(command, state, actor) ? Decision.Refuse(RejectionCode.NotAllowed) : command switch
        {
            EndTenant => state.Slug is null || state.Ended ? Decision.Nothing : Decision.Accept(new TenantEnded()),
            _ when state.Ended => Decision.Refuse(RejectionCode.NotAllowed),
            CreateTenant x => state.Slug is null ? Decision.Accept(new TenantCreated(x.Slug, x.Name)) : Decision.Nothing,
            RegisterOmraade x => state.Omraader.ContainsKey(x.OmraadeId)
                ? Decision.Nothing
                : Decision.Accept(new OmraadeRegistered(x.OmraadeId, x.Name, x.Afdelinger), new LejemaalRegistered(x.OmraadeId, x.Lejemaal)),
            ChangeOmraadeSettings x => Within(state, x.OmraadeId) ?? Settings(x),
            ChangeSletteregler x => SlettereglerRules.Change(state, x.Regler),
            GrantMembership x => Within(state, x.OmraadeId)
                ?? (x.Rolle == Rolle.Admin ? null : Last(state, actor, x.OmraadeId, x.UserId)) ?? Grant(state, x),
            RevokeMembership x => Within(state, x.OmraadeId) ?? Last(state, actor, x.OmraadeId, x.UserId)
                ?? (state.Members.ContainsKey((x.OmraadeId, x.UserId)) ? Decision.Accept(new MembershipRevoked(x.OmraadeId, x.UserId)) : Decision.Nothing),
            ChangeClient x => ClientRules.Change(state, x),
            _ => Decision.Refuse(RejectionCode.NotAllowed),
        };

    private static Decision? Within(TenantState state, Guid omraade) =>
        state.Omraader.ContainsKey(omraade) ? null : Decision.Refuse(RejectionCode.NotFound);

    /// <summary>Whoever locked the door behind them could only be let in by the operator again, who may take away what they will.</summary>
    private static Decision? Last(TenantState state, Guid actor, Guid omraade, Guid user) =>
        actor != Guid.Empty && state.Members.Values.Where(m => m.Rolle == Rolle.Admin).ToList() is [var last] && (last.OmraadeId, last.UserId) == (omraade, user)
            ? Decision.Refuse(RejectionCode.LastAdmin)
            : null;

    private static Decision Settings(ChangeOmraadeSettings x) =>
        x.Settings.Routing.Any(r => r.To == Kontor.Bestyrelseskontor)
            ? Decision.Refuse(RejectionCode.Invalid, "routing", "not_for_board")
            : Decision.Accept(new OmraadeSettingsChanged(x.OmraadeId, x.Settings));

    /// <summary>One membership per person and area: a board member who is also staff there would read about neighbours.</summary>
    private static Decision Grant(TenantState state, GrantMembership x)
    {
        // Nobody is Hub itself, and the operator.
        if (x.UserId == Guid.Empty)
        {
            return Decision.Refuse(RejectionCode.Invalid, "userId", "unknown_value");
        }

        if (!Roles.Fits(x.Rolle, x.Kontor))
        {
            return Decision.Refuse(RejectionCode.Invalid, "kontor", "does_not_fit_role");
        }

        var granted = new MembershipGranted(x.OmraadeId, x.UserId, x.Kontor, x.Rolle, x.Employer);
        return state.Members.GetValueOrDefault((x.OmraadeId, x.UserId)) == granted ? Decision.Nothing : Decision.Accept(granted);
    }
}
