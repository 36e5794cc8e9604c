using Hub.Contracts;
using Hub.Domain.Deletion;

namespace Hub.Domain.Tenants;

/// <summary>Folds a tenant's own events.</summary>
public static class TenantApply
{
    public static TenantState Apply(TenantState state, Recorded recorded) => (recorded.Event switch
    {
        TenantCreated x => state with { Slug = x.Slug, Name = x.Name },
        TenantEnded => state with { Ended = true, Members = state.Members.Clear() },
        OmraadeRegistered x => With(state, new OmraadeState(x.OmraadeId, x.Name, x.Afdelinger, [], OmraadeSettings.Standard)),
        LejemaalRegistered x when state.Omraader.TryGetValue(x.OmraadeId, out var o) => With(state, o with { Lejemaal = o.Lejemaal.AddRange(x.Lejemaal) }),
        OmraadeSettingsChanged x when state.Omraader.TryGetValue(x.OmraadeId, out var o) => With(state, o with { Settings = x.Settings }),
        SlettereglerChanged x => state with { Slettefrister = new Slettefrister(x.Regler, recorded.At) },
        MembershipGranted x => state with { Members = state.Members.SetItem((x.OmraadeId, x.UserId), x) },
        MembershipRevoked x => state with { Members = state.Members.Remove((x.OmraadeId, x.UserId)) },
        ClientChanged { Change: ClientChange.Removed } x => state with { Clients = state.Clients.Remove(x.ClientId) },
        ClientChanged { Change: ClientChange.Registered } x => state with { Clients = state.Clients.SetItem(x.ClientId, new Client(x.Leave, x.Places, Disabled: false)) },
        ClientChanged { Change: ClientChange.Disabled or ClientChange.Enabled } x when state.Clients.TryGetValue(x.ClientId, out var client) =>
            state with { Clients = state.Clients.SetItem(x.ClientId, client with { Disabled = x.Change == ClientChange.Disabled }) },
        _ => state,
    }) with
    { Seq = recorded.Seq };

    private static TenantState With(TenantState state, OmraadeState omraade) =>
        state with { Omraader = state.Omraader.SetItem(omraade.Id, omraade) };
}
