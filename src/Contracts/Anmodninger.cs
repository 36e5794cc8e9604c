namespace Hub.Contracts;

/// <summary>What a person asks for who is named in a case. The kinds are stored by name.</summary>
public enum AnmodningKind
{
    /// <summary>To see what is kept: GDPR art. 15.</summary>
    Indsigt,

    /// <summary>To have it corrected: art. 16.</summary>
    Berigtigelse,

    /// <summary>To have it erased: art. 17.</summary>
    Sletning,

    /// <summary>To have it kept and not used: art. 18.</summary>
    Begraensning,
}

/// <summary>What has become of it.</summary>
public enum AnmodningStatus
{
    /// <summary>Waits for an answer.</summary>
    Aaben,

    /// <summary>Answered.</summary>
    Besvaret,

    /// <summary>Refused with a reason (art. 12(4)).</summary>
    Afslaaet,
}

/// <summary>Why something is left out of what the person is given. The grounds are stored by name.</summary>
public enum UdeladtGrund
{
    /// <summary>It tells who complained, after weighing (art. 15(4); Datatilsynet 2022-31-6316).</summary>
    KlagersIdentitet,

    /// <summary>It is about somebody else (art. 15(4)).</summary>
    AndresRettigheder,

    /// <summary>Decisive private interests, the person's own among them (databeskyttelsesloven § 22 stk. 1).</summary>
    PrivateHensyn,

    /// <summary>Decisive public interests (databeskyttelsesloven § 22 stk. 2).</summary>
    OffentligeHensyn,

    /// <summary>It is not about the person.</summary>
    IkkeOmPersonen,
}

/// <summary>A fact about one request of a person. Texts lie under the same key as those of the case.</summary>
public abstract record AnmodningEvent(Guid AnmodningId) : Event;

#pragma warning disable CS1591 // parameters carry the names of contract.md
/// <param name="AnmodningId">The new request.</param>
/// <param name="CaseId">The case it came up in.</param>
/// <param name="PersonId">Who asks.</param>
/// <param name="Kind">What for.</param>
/// <param name="ReceivedAt">When the boligorganisation got it: the clock runs from here.</param>
/// <param name="Note">How it came, and what it says.</param>
/// <param name="RemindAt">A week before it is due.</param>
/// <param name="Due">One month after it was received (art. 12(3)).</param>
public sealed record AnmodningReceived(
    Guid AnmodningId, Guid CaseId, Guid PersonId, AnmodningKind Kind, DateTimeOffset ReceivedAt, Secret? Note, DateTimeOffset RemindAt, DateTimeOffset Due)
    : AnmodningEvent(AnmodningId);

/// <summary>Two more months, with the reason that the person was given within the first (art. 12(3)).</summary>
public sealed record AnmodningExtended(Guid AnmodningId, Secret Reason, DateTimeOffset RemindAt, DateTimeOffset Due) : AnmodningEvent(AnmodningId);

public sealed record AnmodningReminded(Guid AnmodningId, DateTimeOffset Due) : AnmodningEvent(AnmodningId);

public sealed record AnmodningOverdue(Guid AnmodningId, DateTimeOffset Due) : AnmodningEvent(AnmodningId);

public sealed record AnmodningAnswered(Guid AnmodningId, Secret? Note) : AnmodningEvent(AnmodningId);

public sealed record AnmodningRefused(Guid AnmodningId, Secret Reason) : AnmodningEvent(AnmodningId);

/// <summary>One item is left out of what the person is given.</summary>
public sealed record IndsigtHidden(Guid AnmodningId, Guid ItemId, UdeladtGrund Ground, Secret? Note) : AnmodningEvent(AnmodningId);

/// <summary>One item is given after all.</summary>
public sealed record IndsigtShown(Guid AnmodningId, Guid ItemId) : AnmodningEvent(AnmodningId);

/// <summary>A wish about one request of a person of the case.</summary>
public abstract record AnmodningCommand(Guid CaseId, Guid AnmodningId) : CaseCommand(CaseId);

/// <summary>A person of the case has asked for something that is their right.</summary>
public sealed record ReceiveAnmodning(Guid CaseId, Guid PersonId, AnmodningKind Kind, DateTimeOffset ReceivedAt, string? Note) : CaseCommand(CaseId);

public sealed record ExtendAnmodning(Guid CaseId, Guid AnmodningId, string Reason) : AnmodningCommand(CaseId, AnmodningId);

public sealed record AnswerAnmodning(Guid CaseId, Guid AnmodningId, string? Note) : AnmodningCommand(CaseId, AnmodningId);

public sealed record RefuseAnmodning(Guid CaseId, Guid AnmodningId, string Reason) : AnmodningCommand(CaseId, AnmodningId);

public sealed record HideItem(Guid CaseId, Guid AnmodningId, Guid ItemId, UdeladtGrund Ground, string? Note) : AnmodningCommand(CaseId, AnmodningId);

public sealed record ShowItem(Guid CaseId, Guid AnmodningId, Guid ItemId) : AnmodningCommand(CaseId, AnmodningId);
#pragma warning restore CS1591
