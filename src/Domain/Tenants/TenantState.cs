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

    /// <summary>The systems and apps that are let in, or shut out for now.</summary>
    public ImmutableDictionary<Guid, Client> Clients { get; init; } = ImmutableDictionary<Guid, Client>.Empty;

    public ImmutableDictionary<(Guid Omraade, Guid User), MembershipGranted> Members { get; init; } =
        ImmutableDictionary<(Guid Omraade, Guid User), MembershipGranted>.Empty;
}

/// <summary>A boligområde as its tenant has set it up.</summary>
public sealed record OmraadeState(
    Guid Id, string Name, IReadOnlyList<string> Afdelinger, ImmutableList<Lejemaal> Lejemaal, OmraadeSettings Settings);

/// <summary>Another system, or an app that acts for people.</summary>
/// <param name="Leave">The most that it is given.</param>
/// <param name="Places">Where a system is let in; null: an app, which is let in wherever its person works.</param>
/// <param name="Disabled">Shut out for now.</param>
public sealed record Client(SystemScope Leave, IReadOnlyList<ClientPlace>? Places, bool Disabled)
{
    public bool IsApp => Places is null;

    /// <summary>What of a wish it may be given for an office of an area.</summary>
    public SystemScope Of(SystemScope wish, Guid omraade, Kontor kontor) =>
        !Disabled && (Places is null || Places.Contains(new ClientPlace(omraade, kontor))) ? wish & Leave : SystemScope.None;
}
