namespace Hub.Contracts;

/// <summary>A refusal as a value: a code and data, no prose.</summary>
/// <param name="Code">What was refused.</param>
/// <param name="By">Who was faster, where that is what happened.</param>
/// <param name="At">When.</param>
/// <param name="Fields">For <see cref="RejectionCode.Invalid"/>, <see cref="RejectionCode.CprInText"/> and <see cref="RejectionCode.PersonalDataInText"/>: the fields, each with codes.</param>
public sealed record Rejection(
    RejectionCode Code, Guid? By = null, DateTimeOffset? At = null, IReadOnlyDictionary<string, string[]>? Fields = null);

/// <summary>Every refusal there is, in the order in which they are checked. The API writes them in snake_case.</summary>
public enum RejectionCode
{
    /// <summary>Not yours or not there: the same answer.</summary>
    NotFound,

    /// <summary>Yours to see, but not for your role or office.</summary>
    NotAllowed,

    /// <summary>The shape is wrong.</summary>
    Invalid,

    /// <summary>The command id was used with another body.</summary>
    IdempotencyKeyReused,

    /// <summary>A change visible to the caller came after the seq the caller named.</summary>
    Changed,

    /// <summary>A CPR number stands in a free text (databeskyttelsesloven § 11).</summary>
    CprInText,

    /// <summary>The text names the beboer towards someone who may not know who it is.</summary>
    PersonalDataInText,

    /// <summary>Somebody else took the case first.</summary>
    AlreadyPickedUp,

    /// <summary>The case is closed.</summary>
    CaseClosed,

    /// <summary>The case is not closed.</summary>
    CaseNotClosed,

    /// <summary>A handover of the case awaits its answer.</summary>
    HandoverPending,

    /// <summary>The handover has been answered, withdrawn or has run out.</summary>
    HandoverNotPending,

    /// <summary>The answer belongs to the receiving office, or the withdrawal to the sending one.</summary>
    NotAddressee,

    /// <summary>A handover to the office that already holds the case, or a matter between two staffed offices.</summary>
    SameOffice,

    /// <summary>The outcome does not fit the category.</summary>
    OutcomeDoesNotFit,

    /// <summary>The colleague does not belong to the office.</summary>
    NotInOffice,

    /// <summary>The board cannot record why an identity may be passed on.</summary>
    BasisNotByBoard,

    /// <summary>The basis never opens a case of this category, so recording it would change nothing.</summary>
    BasisDoesNotOpen,

    /// <summary>There is no identity on the case that could be opened.</summary>
    NothingToOpen,

    /// <summary>A board flagged the case; no text about a person goes to a board.</summary>
    FlaggerIsBoard,

    /// <summary>A case cannot be linked to itself, or into one that is closed.</summary>
    CannotLink,

    /// <summary>The matter is closed.</summary>
    MatterClosed,

    /// <summary>The matter is not closed.</summary>
    MatterNotClosed,

    /// <summary>The task is done.</summary>
    TaskCompleted,

    /// <summary>The task is not done.</summary>
    TaskNotCompleted,

    /// <summary>The case is kept and not used: this is not among what may still be done with it (GDPR art. 18(2)).</summary>
    Restricted,

    /// <summary>The request has been answered or refused.</summary>
    AnmodningEnded,

    /// <summary>There is no such text any more: it was corrected, taken out or erased.</summary>
    TextGone,

    /// <summary>The case is held: nothing of it may be deleted (GDPR art. 17(3)).</summary>
    LegalHold,

    /// <summary>The date or time lies on the wrong side of now.</summary>
    WrongTime,

    /// <summary>The boligorganisation would be left without an admin.</summary>
    LastAdmin,
}

/// <summary>What an urgent or child-related flag should make its sender do now. Hub is not an alarm.</summary>
/// <param name="Ring">"112" or "114"; null when the flag is not urgent.</param>
/// <param name="DutyPhone">The area's duty phone, where it has one.</param>
/// <param name="OfficeOpen">Whether anyone is at work now in the receiving office.</param>
/// <param name="OpensAt">When the receiving office opens next; null while it is open.</param>
/// <param name="Underretning">Children in the home: "§ 133" for public employees, "§ 135" for everyone (barnets lov). No leader may stop it.</param>
public sealed record Advice(string? Ring, string? DutyPhone, bool OfficeOpen, DateTimeOffset? OpensAt, string? Underretning);

/// <summary>An open case on the same lejemål, told only to those who may see both.</summary>
public sealed record SameDoor(Guid CaseId, string Number);

/// <summary>The answer to an accepted command; stored with it and given again when the same command is sent twice. Holds no personal data.</summary>
/// <param name="Seq">The area's seq after the command.</param>
/// <param name="BoardSeq">The board's own dense seq after the command.</param>
public sealed record Receipt(
    long Seq, long BoardSeq, Guid? CaseId = null, string? Number = null, Guid? HandoverId = null, Guid? MatterId = null,
    Guid? TaskId = null, Guid? NoteId = null, Advice? Advice = null, IReadOnlyList<SameDoor>? SameDoor = null,
    Guid? AnmodningId = null);

/// <summary>What became of a command: one of the two is set.</summary>
public sealed record Answer(Receipt? Receipt, Rejection? Rejection)
{
    /// <summary>What it wrote, as the live feed shows it, for a process that did not write it itself. Null where the command was refused or had been carried out before.</summary>
    public IReadOnlyList<FeedRow>? Rows { get; init; }

    /// <summary>The command was carried out, now or when it was first sent.</summary>
    public static Answer Accepted(Receipt receipt) => new(receipt, null);

    /// <summary>The command was refused and changed nothing.</summary>
    public static Answer Refused(Rejection rejection) => new(null, rejection);
}
