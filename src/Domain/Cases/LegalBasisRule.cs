using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>Which cases a basis can open between the offices.</summary>
public enum BasisScope
{
    /// <summary>None.</summary>
    Nothing,

    /// <summary>Those about the landlord's and the tenant's duties, never well-being.</summary>
    Tenancy,

    /// <summary>Of any category.</summary>
    Anything,
}

/// <summary>What the law says of one kind of basis.</summary>
/// <param name="Kind">The basis.</param>
/// <param name="Law">The paragraph it stands on, as a Danish reader is shown it; null where nothing has been given to stand on.</param>
/// <param name="Opens">Which cases it can open.</param>
/// <param name="Offices">The offices that it can open to, where they are its recipients. Never a board.</param>
/// <param name="FormDemanded">Whether it must be told if it was given orally or in writing.</param>
public sealed record LegalBasisRule(LegalBasisKind Kind, string? Law, BasisScope Opens, Kontorer Offices, bool FormDemanded = false);
