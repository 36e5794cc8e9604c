namespace Hub.Contracts;

/// <summary>Why what is kept may not be used for now (GDPR art. 18(1)). Stored by name.</summary>
public enum BegraensningGrund
{
    /// <summary>The person says that it is wrong: litra a.</summary>
    RigtighedBestrides,

    /// <summary>It should not be kept, and the person does not want it deleted: litra b.</summary>
    SkalBevares,

    /// <summary>The person needs it for a claim: litra c.</summary>
    BrugForRetskrav,

    /// <summary>The person objects, and that is being weighed: litra d.</summary>
    Indsigelse,
}

/// <summary>The case is kept and not used: only the leader of the office that holds it reads it.</summary>
public sealed record CaseRestricted(Guid CaseId, BegraensningGrund Ground, Secret? Note) : CaseEvent(CaseId);

/// <summary>The case may be used again.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="InformedAt">When the person was told, before this (art. 18(3)).</param>
public sealed record RestrictionLifted(Guid CaseId, DateTimeOffset InformedAt) : CaseEvent(CaseId);

/// <summary>Keeps the case from being used.</summary>
public sealed record RestrictCase(Guid CaseId, BegraensningGrund Ground, string? Note) : CaseCommand(CaseId);

/// <param name="CaseId">The case.</param>
/// <param name="InformedAt">When the person was told that it ends.</param>
public sealed record LiftRestriction(Guid CaseId, DateTimeOffset InformedAt) : CaseCommand(CaseId);
