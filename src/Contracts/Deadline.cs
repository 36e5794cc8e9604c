namespace Hub.Contracts;

/// <summary>What a deadline is about. The numeric values are stored.</summary>
public enum DeadlineKind
{
    /// <summary>Nobody has taken a case within the target of its severity.</summary>
    CaseTarget = 1,

    /// <summary>Half the time to answer a handover has passed.</summary>
    HandoverReminder = 2,

    /// <summary>The time to answer a handover has passed: back to the sender.</summary>
    HandoverExpiry = 3,

    /// <summary>A legal basis has run out. The view seals by time alone; this wakes the screens.</summary>
    LegalBasisExpiry = 4,

    /// <summary>Four hours after an unseal. The view seals by time alone; this wakes the screens.</summary>
    UnsealExpiry = 5,

    /// <summary>The time to answer a matter has passed.</summary>
    MatterAnswer = 6,

    /// <summary>A task is overdue.</summary>
    TaskDue = 7,

    /// <summary>Somebody must look whether a case must still be held back from deletion.</summary>
    HoldReview = 8,

    /// <summary>A request of a person falls due in a week (GDPR art. 12(3)).</summary>
    AnmodningReminder = 9,

    /// <summary>A request of a person should have been answered.</summary>
    AnmodningDue = 10,
}

/// <summary>Something that falls due. Its command id is derived from all three fields and the area, so that several nodes may fire it harmlessly.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The case, handover, matter, task or request.</param>
/// <param name="Due">When; also tells one occurrence from the next.</param>
public readonly record struct Deadline(DeadlineKind Kind, Guid Subject, DateTimeOffset Due);
