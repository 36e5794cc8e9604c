using Hub.Contracts;

namespace Hub.Web.Accounts;

/// <summary>Somebody is asked in: what they will be, and in which area. Becomes a membership once its code is used.</summary>
public sealed class Invitation
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public string CodeHash { get; set; } = "";

    public required Guid Tenant { get; init; }

    public required Guid OmraadeId { get; init; }

    public required string Email { get; init; }

    /// <summary>As the administrator wrote it; the person may put it right. Empty when only the person knows.</summary>
    public required string Name { get; init; }

    public required Kontor? Kontor { get; init; }

    public required Rolle Rolle { get; init; }

    public required Employer Employer { get; init; }

    /// <summary>Whose right it rests on; <see cref="Guid.Empty"/> is the operator.</summary>
    public required Guid InvitedBy { get; init; }

    public DateTimeOffset ExpiresAt { get; set; }
}
