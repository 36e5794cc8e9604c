namespace Hub.Contracts;

/// <summary>Why what a case holds may not be deleted for now (GDPR art. 17(3)). The kinds are stored by name.</summary>
public enum HoldGround
{
    /// <summary>A legal claim to be made or defended, before a court or a bailiff: art. 17(3)(e).</summary>
    Retskrav,

    /// <summary>A complaint that an authority or a board of complaints looks into: art. 17(3)(e).</summary>
    Klagesag,

    /// <summary>The police have asked that it is kept.</summary>
    Politisag,

    /// <summary>A law says that it is kept, bookkeeping for one: art. 17(3)(b).</summary>
    Opbevaringspligt,
}

/// <summary>Nothing of the case is deleted until the hold is lifted: legal hold goes before erasure and before every period of deletion.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Ground">Why.</param>
/// <param name="Note">Which claim or complaint; null: the ground says it.</param>
/// <param name="ReviewBy">When somebody must look whether it is still needed (art. 5(1)(e)). It does not end by itself.</param>
public sealed record HoldPlaced(Guid CaseId, HoldGround Ground, Secret? Note, DateTimeOffset ReviewBy) : CaseEvent(CaseId);

/// <summary>The date has come at which somebody must look whether the hold is still needed.</summary>
public sealed record HoldReviewDue(Guid CaseId, DateTimeOffset Due) : CaseEvent(CaseId);

/// <summary>The case may be deleted again when its time comes.</summary>
public sealed record HoldLifted(Guid CaseId) : CaseEvent(CaseId);

/// <summary>Keeps everything of the case until the hold is lifted; placed again, ground and date are the new ones.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Ground">Why.</param>
/// <param name="Note">Which claim or complaint.</param>
/// <param name="ReviewBy">When somebody must look again; lies ahead.</param>
public sealed record PlaceHold(Guid CaseId, HoldGround Ground, string? Note, DateTimeOffset ReviewBy) : CaseCommand(CaseId);

/// <summary>The ground is gone.</summary>
public sealed record LiftHold(Guid CaseId) : CaseCommand(CaseId);

/// <summary>That a case is held, for those who may see that there is one. What the note says stands in the timeline alone.</summary>
public sealed record HoldView(HoldGround Ground, DateTimeOffset ReviewBy, bool ReviewDue);
