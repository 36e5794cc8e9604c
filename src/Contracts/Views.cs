namespace Hub.Contracts;

#pragma warning disable CS1591 // the fields are those of contract.md
/// <summary>What an office may see of who it is about: open, sealed, or nothing stored.</summary>
public enum IdentityState { Ingen, Forseglet, Aaben }

/// <summary>An identity as a viewer may see it. In JSON: an object, the string "sealed", or null.</summary>
/// <param name="State">Open, sealed or nothing stored.</param>
/// <param name="SealsAt">When time alone takes it away again; null when nothing does.</param>
/// <param name="Why">Why it is open to the viewer; for the access log.</param>
/// <param name="Hidden">Fields that are known, and that what opened the identity does not open to the viewer.</param>
public sealed record IdentityView(
    IdentityState State, string? Name = null, string? Address = null, string? Lejemaal = null, string? Phone = null, DateTimeOffset? SealsAt = null,
    NameReason? Why = null, IdentityFields Hidden = IdentityFields.None)
{
    public static IdentityView None { get; } = new(IdentityState.Ingen);

    public static IdentityView Sealed { get; } = new(IdentityState.Forseglet);
}

/// <summary>How much of a case a viewer sees.</summary>
public enum Sight
{
    /// <summary>Nothing: the case counts as not there.</summary>
    None,

    /// <summary>Number and status.</summary>
    Status,

    /// <summary>Everything its office may read.</summary>
    Full,
}

/// <summary>A case as a card. At <see cref="Sight.Status"/> only id, number, status, office and dates are set.</summary>
public sealed record CaseCard(
    Guid CaseId, string Number, CaseStatus Status, Kontor Kontor, DateTimeOffset FlaggedAt, DateTimeOffset UpdatedAt, Sight Sight,
    Category? Category, Severity? Severity, Vulnerability? Vulnerability, Guid? Assignee, Guid? FlaggedBy, Kontor? FlaggedFrom,
    bool? BoernIHjemmet, bool Late, DateTimeOffset? Target, IdentityView? Identity, Outcome? Outcome, bool ExpiredBack);

public sealed record TaskCard(
    Guid TaskId, string? Title, Kontor Kontor, Kontor From, TaskState Status, Guid? CaseId, Guid? MatterId, Guid? Assignee, TaskPurpose Purpose,
    DateTimeOffset? Due, bool Late);

public sealed record HandoverCard(
    Guid HandoverId, Guid CaseId, string Number, Kontor FromKontor, Kontor ToKontor, HandoverStatus Status, DateTimeOffset RespondBy, string? Summary, bool Late)
{
    /// <summary>What the summary tells of health or offences; null: neither.</summary>
    public TextMark? Mark { get; init; }
}

/// <summary>A text that tells of health or offences.</summary>
/// <param name="Saerlig">Which.</param>
/// <param name="Hidden">Whether it is kept from the viewer.</param>
/// <param name="OpenedBy">The bases that would open such a text in a case of this category.</param>
public sealed record TextMark(IReadOnlyList<Saerlig> Saerlig, bool Hidden, IReadOnlyList<LegalBasisKind> OpenedBy);

/// <summary>A seal that was broken, to those who are told and have not yet said that they have seen it. Never why.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="UnsealSeq">Which opening: the seq of its event.</param>
/// <param name="Kontor">The office that sees the identity by it.</param>
/// <param name="Kind">The danger.</param>
/// <param name="By">The employee.</param>
/// <param name="At">When.</param>
/// <param name="Until">When it seals again.</param>
public sealed record UnsealNotice(
    Guid CaseId, string Number, long UnsealSeq, Kontor Kontor, UnsealKind Kind, Guid By, DateTimeOffset At, DateTimeOffset Until);

/// <summary>A matter as staff see it.</summary>
public sealed record MatterCard(
    Guid MatterId, string Number, string? Title, string? Summary, MatterStatus Status, DateTimeOffset OpenedAt, DateTimeOffset? RespondBy,
    Kontor OpenedFrom, Kontor Kontor, Guid? CaseId, DateOnly? AgendaDate, string? Decision, MatterOutcome? Outcome, bool Late);

/// <summary>How much an office has open and late. To a board null: of a staffed office fewer than five open, and what is late never.</summary>
public sealed record OfficeCount(int? Open, int? Late);

/// <summary>The workspace of a staffed office, of a dpo or of an admin.</summary>
public sealed record WorkspaceView(
    long Seq, IReadOnlyList<CaseCard> Cases, IReadOnlyList<TaskCard> Tasks, IReadOnlyList<HandoverCard> Handovers,
    IReadOnlyList<MatterCard> Matters, IReadOnlyDictionary<Kontor, OfficeCount> Offices)
{
    /// <summary>Broken seals that the viewer is told of and has not seen, oldest first.</summary>
    public IReadOnlyList<UnsealNotice> Unseals { get; init; } = [];

    /// <summary>What a dpo watches over; null for everybody else.</summary>
    public OversightView? Oversight { get; init; }

    /// <summary>True when every identity is sealed because of how the caller signed in (or what their token says), whatever their office may see.</summary>
    public bool? NamesSealed { get; init; }
}

/// <summary>The board's own flag: number, status and dates, nothing else.</summary>
public sealed record BoardFlag(string Number, CaseStatus Status, DateTimeOffset FlaggedAt, DateTimeOffset UpdatedAt);

/// <summary>A matter as the board sees it: no case, no employee.</summary>
public sealed record BoardMatter(
    Guid MatterId, string Number, string? Title, string? Summary, MatterStatus Status, DateTimeOffset OpenedAt, DateTimeOffset? RespondBy,
    Kontor OpenedFrom, Kontor Kontor, DateOnly? AgendaDate, string? Decision, MatterOutcome? Outcome, bool Late);

/// <summary>A task as the board sees it: no case, no employee.</summary>
public sealed record BoardTask(Guid TaskId, string? Title, Kontor Kontor, TaskState Status, Guid? MatterId, DateTimeOffset? Due, bool Late);

/// <summary>The workspace of the board. It has no field for a person, an assignee or a text about a person.</summary>
public sealed record BoardWorkspaceView(
    long Seq, IReadOnlyList<BoardMatter> Matters, IReadOnlyList<BoardTask> Tasks, IReadOnlyList<BoardFlag> Flags,
    IReadOnlyDictionary<Kontor, OfficeCount> Offices)
{
    /// <summary>The day on which the staffed offices were counted: the first of the month.</summary>
    public DateOnly OfficesFrom { get; init; }
}

public sealed record PartView(PartRolle Rolle, IdentityView Identity);

public sealed record LegalBasisView(
    LegalBasisKind Kind, LegalBasisForm? Form, string? Purpose, IReadOnlyList<Kontor> Recipients, DateTimeOffset? Expires, bool Expired)
{
    /// <summary>What it was expressly given for besides the identity.</summary>
    public IReadOnlyList<Saerlig> Covers { get; init; } = [];
}

/// <summary>One line of a case's history, as the viewer may read it.</summary>
/// <param name="Seq">The event's seq in the area.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Kind">The stored name of the event.</param>
/// <param name="Actor">The user; null for a deadline.</param>
/// <param name="From">The office the actor acted for.</param>
/// <param name="Text">What it says; null when it says nothing, or its key has been dropped (then <paramref name="Erased"/>).</param>
/// <param name="Reason">The second text of a handover.</param>
/// <param name="Details">Codes and dates of the event, without personal data.</param>
/// <param name="Erased">A text stood here and can no longer be read by anyone.</param>
public sealed record TimelineEntry(
    long Seq, DateTimeOffset At, string Kind, Guid? Actor, Kontor? From, string? Text, string? Reason,
    IReadOnlyDictionary<string, string> Details, bool Erased)
{
    /// <summary>What its texts tell of health or offences; null: neither.</summary>
    public TextMark? Mark { get; init; }

    /// <summary>When what it says was corrected or taken out; null: it stands as it was written.</summary>
    public CorrectionView? Corrected { get; init; }

    /// <summary>What the person says to it, for who may read it.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>What was last written down of what the beboer can and wants, and whether the beboer knows of the case.</summary>
public sealed record BeboerView(string? Kan, string? Vil, BeboerVed Ved, DateTimeOffset At, Guid? By)
{
    /// <summary>What it tells of health or offences; null: neither.</summary>
    public TextMark? Mark { get; init; }
}

/// <summary>Why an office on the case sees who it is about, or does not.</summary>
public enum NameReason
{
    /// <summary>It flagged the case itself.</summary>
    Meldte,

    /// <summary>The legal basis on record opens to it.</summary>
    Grundlag,

    /// <summary>It broke the seal and has four hours.</summary>
    Noedaabnet,

    /// <summary>Sealed: nobody has asked the beboer.</summary>
    IkkeSpurgt,

    /// <summary>Sealed: the basis has run out.</summary>
    Udloebet,

    /// <summary>Sealed: the basis on record is for other offices, or covers no case of this category.</summary>
    AndetGrundlag,

    /// <summary>Open to the dpo, to answer what the person has asked for.</summary>
    Anmodning,

    /// <summary>Sealed: the basis on record stays with the employer of the one who recorded it, and the viewer has another.</summary>
    AndenArbejdsgiver,
}

/// <summary>Whether an office on the case sees who it is about.</summary>
/// <param name="Kontor">The office.</param>
/// <param name="Open">Whether it sees any of it.</param>
/// <param name="Reason">Why, or why not.</param>
/// <param name="Until">Until when.</param>
public sealed record NameAccess(Kontor Kontor, bool Open, NameReason Reason, DateTimeOffset? Until)
{
    /// <summary>What it does not see though the identity is open to it.</summary>
    public IReadOnlyList<IdentityFields> Hidden { get; init; } = [];
}

public sealed record LinkView(Guid CaseId, string? Number, LinkKind Kind);

/// <summary>A case as its viewer may see it.</summary>
/// <param name="Card">The same card as in the workspace.</param>
/// <param name="Seq">The last change visible to the viewer: the value for If-Match.</param>
/// <param name="Actions">The commands this viewer may send now, in their API spelling.</param>
public sealed record CaseView(
    CaseCard Card, long Seq, string? Description, Kilde? Kilde, string? Afdeling, IReadOnlyList<PartView> Parter, LegalBasisView? Basis,
    DateTimeOffset? UnsealedUntil, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<TaskCard> Tasks, IReadOnlyList<HandoverCard> Handovers,
    IReadOnlyList<LinkView> Links, IReadOnlyList<SameDoor> SameDoor, IReadOnlyList<DateTimeOffset> Underretninger, IReadOnlyList<string> Actions)
{
    /// <summary>What the description tells of health or offences; null: neither.</summary>
    public TextMark? Mark { get; init; }

    /// <summary>Null while nobody has written it down, or not to this viewer.</summary>
    public BeboerView? Beboeren { get; init; }

    /// <summary>The offices on the case, and whether each sees who it is about; empty when nobody is named.</summary>
    public IReadOnlyList<NameAccess> NameAccess { get; init; } = [];

    /// <summary>How what the viewer gives comes to each staffed office.</summary>
    public IReadOnlyDictionary<Kontor, Deling> Sharing { get; init; } = new Dictionary<Kontor, Deling>();

    /// <summary>The staffed offices on the case: who reads what is written to <see cref="NoteAudience.Sagen"/>.</summary>
    public IReadOnlyList<Kontor> OnCase { get; init; } = [];

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <inheritdoc cref="WorkspaceView.NamesSealed"/>
    public bool? NamesSealed { get; init; }

    /// <summary>Why nothing of it is deleted; null while it is not held.</summary>
    public HoldView? Hold { get; init; }

    /// <summary>Why it is kept and not used; null while it may be used.</summary>
    public BegraensningGrund? Restriction { get; init; }

    /// <summary>The persons whose requests the viewer may take down.</summary>
    public IReadOnlyList<PersonRef> Persons { get; init; } = [];
}

/// <summary>What became of a flag, for the one who raised it.</summary>
/// <param name="Card">The case as a card.</param>
/// <param name="TakenAt">When somebody took it; null while nobody has.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="Answers">The lines written to the one who flagged, oldest first.</param>
public sealed record OwnFlag(CaseCard Card, DateTimeOffset? TakenAt, DateTimeOffset? ClosedAt, IReadOnlyList<FlagAnswer> Answers);

/// <summary>One line back to the one who flagged; its text is null once it has been erased.</summary>
public sealed record FlagAnswer(DateTimeOffset At, Guid? By, Kontor From, string? Text)
{
    /// <summary>What it tells of health or offences; null: neither.</summary>
    public TextMark? Mark { get; init; }
}

/// <summary>What would become of a flag if it were sent now. Nothing is kept of it.</summary>
/// <param name="Receiver">The office that gets it.</param>
/// <param name="Named">Whether somebody is named.</param>
/// <param name="SeesName">The offices that would see who it is about; the board never does.</param>
/// <param name="Target">When somebody should have taken it.</param>
/// <param name="OfficeOpen">Whether anyone is at work there now.</param>
/// <param name="OpensAt">When the office opens next; null while it is open.</param>
/// <param name="DutyPhone">The area's duty phone.</param>
/// <param name="StaysWithSender">The sender's own case from the start.</param>
/// <param name="Advice">What to do at once.</param>
public sealed record FlagForecast(
    Kontor Receiver, bool Named, IReadOnlyList<Kontor> SeesName, DateTimeOffset Target, bool OfficeOpen, DateTimeOffset? OpensAt, string? DutyPhone,
    bool StaysWithSender, Advice? Advice)
{
    /// <summary>The bases that usually fit the category, best first.</summary>
    public IReadOnlyList<LegalBasisKind> Proposed { get; init; } = [];

    /// <summary>What the description tells of health or offences as the receiver would find it; null: neither.</summary>
    public TextMark? Mark { get; init; }

    /// <summary>How it would come to the receiver; null within the sender's own office.</summary>
    public Deling? Deling { get; init; }
}

/// <summary>A matter with its notes, as staff see it.</summary>
public sealed record MatterView(MatterCard Card, IReadOnlyList<MatterNote> Notes, IReadOnlyList<string> Actions);

/// <summary>A matter with its notes, as the board sees it.</summary>
public sealed record BoardMatterView(BoardMatter Card, IReadOnlyList<MatterNote> Notes, IReadOnlyList<string> Actions);

/// <summary>A note on a matter: the office, never the employee.</summary>
public sealed record MatterNote(DateTimeOffset At, Kontor From, string? Text);
#pragma warning restore CS1591
