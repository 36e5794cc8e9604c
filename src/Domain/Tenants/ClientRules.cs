using Hub.Contracts;

namespace Hub.Domain.Tenants;

/// <summary>
/// Which systems and apps a boligorganisation lets in. A system reads and flags; only an app may be given leave to do more, for then a person answers for
/// it. Identities are given to neither: nobody here vouches for how sure one is of a system.
/// </summary>
internal static class ClientRules
{
    private const SystemScope OfSystems = SystemScope.Read | SystemScope.Flag;
    private const SystemScope OfApps = OfSystems | SystemScope.Manage;

    public static Decision Change(TenantState state, ChangeClient x) => state.Clients.GetValueOrDefault(x.ClientId) switch
    {
        null => x.Change == ClientChange.Registered ? Register(state, x) : Decision.Refuse(RejectionCode.NotFound),
        var client => x.Change switch
        {
            ClientChange.Registered => Decision.Nothing,
            ClientChange.Disabled when client.Disabled => Decision.Nothing,
            ClientChange.Enabled when !client.Disabled => Decision.Nothing,
            _ => Decision.Accept(new ClientChanged(x.ClientId, x.Change, client.Leave, client.Places)),
        },
    };

    private static Decision Register(TenantState state, ChangeClient x) =>
        x.Leave == SystemScope.None ? Decision.Refuse(RejectionCode.Invalid, "leave", "required")
        : (x.Leave & ~(x.Places is null ? OfApps : OfSystems)) != 0 ? Decision.Refuse(RejectionCode.Invalid, "leave", "not_for_systems")
        : x.Places is { Count: 0 } ? Decision.Refuse(RejectionCode.Invalid, "places", "required")
        : x.Places?.All(p => state.Omraader.ContainsKey(p.OmraadeId)) == false ? Decision.Refuse(RejectionCode.Invalid, "places", "unknown_value")
        // For two offices of one area it would stand on both sides of a handover, and is let in for none.
        : x.Places?.DistinctBy(p => p.OmraadeId).Count() < x.Places?.Count ? Decision.Refuse(RejectionCode.Invalid, "places", "two_offices")
        : Decision.Accept(new ClientChanged(x.ClientId, x.Change, x.Leave, x.Places));
}
