using System.Collections.Immutable;
using Hub.Contracts;
using Hub.Domain.Deletion;

namespace Hub.Domain.Tenants;

/// <summary>A boligorganisation: its areas, their rules, and who works where.</summary>
public sealed record TenantState
{
    public static TenantState Empty { get; } = new();

    public long Seq { get; init; }

    public string? Slug { get; init; }

    /// <summary>It has left Hub: nobody is in it, and nothing changes any more.</summary>
    public bool Ended { get; init; }

    public string? Name { get; init; }

    public Slettefrister Slettefrister { get; init; } = Slettefrister.Standard;

    public ImmutableDictionary<Guid, OmraadeState> Omraader { get; init; } = ImmutableDictionary<Guid, OmraadeState>.Empty;

    public ImmutableDictionary<(Guid Omraade, Guid User), MembershipGranted> Members { get; init; } =
        ImmutableDictionary<(Guid Omraade, Guid User), MembershipGranted>.Empty;
}

/// <summary>A boligområde as its tenant has set it up.</summary>
public sealed record OmraadeState(
    Guid Id, string Name, IReadOnlyList<string> Afdelinger, ImmutableList<Lejemaal> Lejemaal, OmraadeSettings Settings);
