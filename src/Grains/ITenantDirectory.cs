using System.Collections.Immutable;
using Hub.Contracts;
using Hub.Domain.Deletion;
using Hub.Domain.Tenants;

namespace Hub.Grains;

/// <summary>
/// Who works where, in memory on every node, folded from the tenants' own streams. Holds no beboer.
/// </summary>
public interface ITenantDirectory
{
    /// <summary>What a user is in an area; null when the area is not theirs or not there.</summary>
    Membership? Find(Guid userId, Guid omraadeId);

    /// <summary>Everything a user is, across tenants.</summary>
    IReadOnlyList<Membership> Of(Guid userId);

    /// <summary>The members of an area.</summary>
    IReadOnlyList<Membership> Members(Guid omraadeId);

    /// <summary>An area by id; null when there is none.</summary>
    Omraade? Omraade(Guid omraadeId);

    /// <summary>A tenant by id; null when there is none.</summary>
    TenantInfo? Tenant(Guid tenantId);

    /// <summary>All tenants.</summary>
    IReadOnlyList<TenantInfo> Tenants { get; }

    /// <summary>Reads what has been added to the tenants' streams, on whichever node: once before the first request, and again when another node has written.</summary>
    Task Follow(CancellationToken ct);

    /// <summary>Runs a command on a tenant's own stream. Rights are checked by Access inside.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="actor">The user; <see cref="Guid.Empty"/> for set-up by the operator.</param>
    /// <param name="request">The wish with its id.</param>
    /// <param name="ct">Gives up waiting.</param>
    Task<Answer> Execute(Guid tenant, Guid actor, TenantRequest request, CancellationToken ct);

    /// <summary>Raised after a tenant's facts have changed on this node: (area, user) of a changed membership; user null when the area itself changed.</summary>
    event Action<Guid, Guid?>? Changed;
}

/// <summary>What Hub itself does to a boligorganisation.</summary>
public static class TenantDirectoryActs
{
    /// <summary>Takes everybody out of a boligorganisation for good. Its keys are another matter: <see cref="Storage.IErasures.EndTenant"/>.</summary>
    public static Task<Answer> End(this ITenantDirectory directory, Guid tenant, CancellationToken ct) =>
        directory.Execute(tenant, Guid.Empty, new TenantRequest(CommandIds.OfEnd(tenant), [], new EndTenant()), ct);
}

/// <summary>A wish about a boligorganisation on its way into its stream.</summary>
/// <param name="CommandId">Makes a retry safe.</param>
/// <param name="BodyHash">SHA-256 over route and body; empty for set-up by the operator.</param>
/// <param name="Command">The wish.</param>
/// <param name="Errors">What is wrong with the shape, by field; answered after rights have been checked.</param>
public sealed record TenantRequest(
    Guid CommandId, byte[] BodyHash, TenantCommand Command, IReadOnlyDictionary<string, string[]>? Errors = null);

/// <summary>A boligområde with its rules.</summary>
public sealed record Omraade(
    Guid Tenant, Guid Id, string Name, IReadOnlyList<string> Afdelinger, IReadOnlyList<Lejemaal> Lejemaal, OmraadeSettings Settings, Slettefrister Slettefrister);

/// <summary>A boligorganisation.</summary>
public sealed record TenantInfo(Guid Id, string Slug, string Name, IReadOnlyList<Guid> Omraader, Slettefrister Slettefrister)
{
    /// <summary>The systems and apps that it lets in, or has shut out for now.</summary>
    public IReadOnlyDictionary<Guid, Client> Clients { get; init; } = ImmutableDictionary<Guid, Client>.Empty;
}
