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

/// <summary>How a basis ends before its time.</summary>
public enum BasisEnd
{
    /// <summary>Not at all: nothing was given that could be taken back.</summary>
    Never,

    /// <summary>The beboer takes the consent back, whenever and without a reason (GDPR art. 7(3)).</summary>
    Withdrawal,

    /// <summary>The beboer objects (GDPR art. 21), or the reason is gone.</summary>
    Objection,

    /// <summary>The reason is gone.</summary>
    Lapse,
}

/// <summary>What the law says of one kind of basis.</summary>
/// <param name="Kind">The basis.</param>
/// <param name="Law">The paragraph it stands on, as a Danish reader is shown it; null where nothing has been given to stand on.</param>
/// <param name="Opens">Which cases it can open.</param>
public sealed record LegalBasisRule(LegalBasisKind Kind, string? Law, BasisScope Opens)
{
    /// <summary>The fields of the identity that it can open to ejendomskontoret, where that is its recipient.</summary>
    public IdentityFields ToEjendomskontor { get; init; }

    /// <summary>The same for boligsocialt kontor. There is no such field for a board.</summary>
    public IdentityFields ToBoligsocialtKontor { get; init; }

    /// <summary>Whether it must be told if it was given orally or in writing.</summary>
    public bool FormDemanded { get; init; }

    /// <summary>Whether it must be told what it is for.</summary>
    public bool PurposeDemanded { get; init; }

    /// <summary>How long it stands where nobody says; null: until the end of the case or of the reason.</summary>
    public TimeSpan? Lasts { get; init; }

    /// <summary>How long it may stand at most; null: as long as is said.</summary>
    public TimeSpan? Longest { get; init; }

    public BasisEnd End { get; init; }

    /// <summary>Whether it also carries a videregivelse: that people of another employer are told.</summary>
    public bool Discloses { get; init; }

    /// <summary>What it can carry of health and offences.</summary>
    public IReadOnlyList<SaerligRule> Carries { get; init; } = [];

    /// <summary>The offices that it can open something to, where they are its recipients. Never a board.</summary>
    public Kontorer Offices => Kontorer.Personale.Each().Where(k => To(k) != IdentityFields.None).Aggregate(Kontorer.Ingen, (set, k) => set | k.AsSet());

    /// <summary>The fields that it can open to an office.</summary>
    public IdentityFields To(Kontor kontor) => kontor switch
    {
        Kontor.Ejendomskontor => ToEjendomskontor,
        Kontor.BoligsocialtKontor => ToBoligsocialtKontor,
        _ => IdentityFields.None,
    };
}

/// <summary>A text that is more closely guarded, and what lets a basis carry it.</summary>
/// <param name="What">Health or offences.</param>
/// <param name="Law">The paragraph, as a Danish reader is shown it.</param>
/// <param name="Expressly">Whether the basis must have been given for just this too.</param>
public sealed record SaerligRule(Saerlig What, string Law, bool Expressly);
