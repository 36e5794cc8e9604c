using System.Collections.Immutable;
using Hub.Contracts;
using Hub.Domain.Tenants;

namespace Hub.Grains.Tenants;

/// <summary>One version of the directory: tenants, and members by user and by area. Immutable; a change makes a new one.</summary>
internal sealed class DirectoryIndex
{
    private readonly ImmutableDictionary<Guid, TenantState> _tenants;
    private readonly ILookup<Guid, Membership> _byUser;
    private readonly ILookup<Guid, Membership> _byOmraade;
    private readonly Dictionary<Guid, Omraade> _omraader;

    private DirectoryIndex(ImmutableDictionary<Guid, TenantState> tenants)
    {
        _tenants = tenants;
        var members = tenants.SelectMany(t => t.Value.Members.Values.Select(m => Membership(t.Key, m))).ToList();
        _byUser = members.ToLookup(m => m.UserId);
        _byOmraade = members.ToLookup(m => m.OmraadeId);
        _omraader = tenants
            .SelectMany(t => t.Value.Omraader.Values.Select(o => new Omraade(t.Key, o.Id, o.Name, o.Afdelinger, o.Lejemaal, o.Settings, t.Value.Slettefrister)))
            .ToDictionary(o => o.Id);
        Tenants = [.. tenants.Where(t => !t.Value.Ended).Select(t => new TenantInfo(t.Key, t.Value.Slug ?? "", t.Value.Name ?? "", [.. t.Value.Omraader.Keys], t.Value.Slettefrister) { Clients = t.Value.Clients })];
    }

    public static DirectoryIndex Empty { get; } = new(ImmutableDictionary<Guid, TenantState>.Empty);

    public IReadOnlyList<TenantInfo> Tenants { get; }

    public TenantState State(Guid tenant) => _tenants.GetValueOrDefault(tenant, TenantState.Empty);

    public DirectoryIndex With(Guid tenant, TenantState state) => new(_tenants.SetItem(tenant, state));

    public Membership? Find(Guid userId, Guid omraadeId) => _byUser[userId].FirstOrDefault(m => m.OmraadeId == omraadeId);

    public IReadOnlyList<Membership> Of(Guid userId) => [.. _byUser[userId]];

    public IReadOnlyList<Membership> Members(Guid omraadeId) => [.. _byOmraade[omraadeId]];

    public Omraade? Omraade(Guid omraadeId) => _omraader.GetValueOrDefault(omraadeId);

    public TenantInfo? Tenant(Guid tenantId) => Tenants.FirstOrDefault(t => t.Id == tenantId);

    private static Membership Membership(Guid tenant, MembershipGranted m) => new(tenant, m.OmraadeId, m.UserId, m.Kontor, m.Rolle, m.Employer);
}
