namespace Hub.Contracts;

/// <summary>A wish of one person (or of a deadline) towards one boligområde. Free texts are plain here and become <see cref="Secret"/> in events.</summary>
public abstract record Command
{
    /// <summary>Never the fields: this text may end up in a log line or an exception.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>A wish about one case.</summary>
public abstract record CaseCommand(Guid CaseId) : Command;

/// <summary>A wish about one handover.</summary>
public abstract record HandoverCommand(Guid HandoverId) : Command;

/// <summary>A wish about one matter.</summary>
public abstract record MatterCommand(Guid MatterId) : Command;

/// <summary>A wish about one task.</summary>
public abstract record TaskCommand(Guid TaskId) : Command;

/// <summary>A person as typed in a form.</summary>
public sealed record PersonInput(string? Name, string? Address, Guid? LejemaalId, string? Phone)
{
    /// <summary>Never the fields: this text may end up in a log line or an exception.</summary>
    public override string ToString() => nameof(PersonInput);
}

/// <summary>A side of the case as typed in a form.</summary>
public sealed record PartInput(PartRolle Rolle, PersonInput Person);

/// <summary>A legal basis as typed in a form.</summary>
/// <param name="Kind">The basis.</param>
/// <param name="Form">Demanded for consent.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Recipients">Null: the office that holds the case.</param>
/// <param name="Note">A remark.</param>
/// <param name="Expires">When it runs out; null: when bases of its kind do.</param>
/// <param name="Covers">What it was expressly given for besides the identity.</param>
public sealed record LegalBasisInput(
    LegalBasisKind Kind, LegalBasisForm? Form = null, string? Purpose = null, Kontorer? Recipients = null, string? Note = null, DateTimeOffset? Expires = null,
    Saerlig Covers = Saerlig.Ingen)
{
    /// <summary>Never the fields: this text may end up in a log line or an exception.</summary>
    public override string ToString() => nameof(LegalBasisInput);
}

#pragma warning disable CS1591 // parameters carry the names of contract.md
/// <summary>A worry about a beboer or the area. Only category and description are mandatory.</summary>
public sealed record FlagCase(
    Category Category, Severity Severity, Vulnerability Vulnerability, string Description, PersonInput? Beboer, IReadOnlyList<PartInput> Parter,
    bool BoernIHjemmet, Kilde Kilde, string? Afdeling, LegalBasisInput LegalBasis, Kontor? ToKontor, Saerlig Saerlig = Saerlig.Ingen) : Command;

/// <summary>Take the case as the one person who works it.</summary>
public sealed record PickUpCase(Guid CaseId) : CaseCommand(CaseId);

/// <summary>Give the case to a colleague of the office that holds it.</summary>
public sealed record AssignCase(Guid CaseId, Guid UserId) : CaseCommand(CaseId);

/// <param name="CaseId">The case.</param>
/// <param name="Text">The note.</param>
/// <param name="Audience">Who may read it.</param>
/// <param name="Kind">What it records.</param>
/// <param name="HappenedAt">When the call, visit or meeting was; null: now.</param>
/// <param name="Saerlig">What it tells of health or offences.</param>
public sealed record AddNote(
    Guid CaseId, string Text, NoteAudience Audience, NoteKind Kind, DateTimeOffset? HappenedAt, Saerlig Saerlig = Saerlig.Ingen) : CaseCommand(CaseId);

/// <summary>What the beboer can and wants, and whether the beboer knows of the case.</summary>
public sealed record DescribeBeboer(Guid CaseId, string? Kan, string? Vil, BeboerVed Ved, Saerlig Saerlig = Saerlig.Ingen) : CaseCommand(CaseId);

public sealed record RecordLegalBasis(Guid CaseId, LegalBasisInput Basis) : CaseCommand(CaseId);

public sealed record WithdrawLegalBasis(Guid CaseId) : CaseCommand(CaseId);

/// <summary>"Bed melderen spørge beboeren": a task for the flagging office.</summary>
public sealed record AskFlagger(Guid CaseId) : CaseCommand(CaseId);

/// <param name="CaseId">For <see cref="LinkKind.Dublet"/>: the case that is closed into the other.</param>
/// <param name="OtherCaseId">The other case; for a duplicate the one that lives on.</param>
/// <param name="Kind">How they belong together.</param>
public sealed record LinkCases(Guid CaseId, Guid OtherCaseId, LinkKind Kind) : CaseCommand(CaseId);

/// <summary>Records that something was told to someone outside the three offices. Nothing is sent.</summary>
public sealed record RecordDisclosure(Guid CaseId, string Modtager, string Hvad, LegalBasisKind LegalBasis, DateTimeOffset GivenAt) : CaseCommand(CaseId);

/// <summary>Records that and when the kommune was notified (barnets lov §§ 133, 135); never the content.</summary>
public sealed record RecordUnderretning(Guid CaseId, DateTimeOffset GivenAt) : CaseCommand(CaseId);

/// <summary>Records whom the flagger rang in an urgent case.</summary>
public sealed record RecordCall(Guid CaseId, CalledParty Called, DateTimeOffset CalledAt) : CaseCommand(CaseId);

public sealed record CloseCase(Guid CaseId, Outcome Outcome, string? Note) : CaseCommand(CaseId);

public sealed record ReopenCase(Guid CaseId, string Reason) : CaseCommand(CaseId);

/// <summary>Opens a sealed identity for the caller's office for four hours: danger to life or a child.</summary>
public sealed record UnsealCase(Guid CaseId, UnsealKind Kind, string Reason) : CaseCommand(CaseId);

/// <summary>"Set": the caller, who is told of it, has seen that a seal was broken.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnsealSeq">The seq of the <see cref="CaseUnsealed"/>.</param>
public sealed record AcknowledgeUnseal(Guid CaseId, long UnsealSeq) : CaseCommand(CaseId);

/// <summary>Erases the persons of a case (GDPR art. 17): their keys are dropped and nothing under them can be read again.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Only">One of them alone, whose texts are then under another's key; null: all.</param>
public sealed record ErasePersons(Guid CaseId, Guid? Only = null) : CaseCommand(CaseId);

/// <param name="CaseId">The case.</param>
/// <param name="ToKontor">The receiving office; the board receives a matter and the case stays.</param>
/// <param name="Reason">Why it is handed over; never shown to a board.</param>
/// <param name="Summary">What the receiver needs to know, and no more.</param>
/// <param name="RespondBy">Null: three working days of the receiving office (the board: its next meeting, else 15).</param>
/// <param name="Saerlig">What reason and summary tell of health or offences; nothing of it goes to a board.</param>
public sealed record OfferHandover(
    Guid CaseId, Kontor ToKontor, string Reason, string Summary, DateTimeOffset? RespondBy, Saerlig Saerlig = Saerlig.Ingen) : CaseCommand(CaseId);

public sealed record AcceptHandover(Guid HandoverId) : HandoverCommand(HandoverId);

public sealed record DeclineHandover(Guid HandoverId, string Reason) : HandoverCommand(HandoverId);

public sealed record WithdrawHandover(Guid HandoverId) : HandoverCommand(HandoverId);

/// <summary>A matter without a person between the board and a staffed office.</summary>
public sealed record OpenMatter(string Title, string Text, Kontor? ToKontor) : Command;

public sealed record AddMatterNote(Guid MatterId, string Text) : MatterCommand(MatterId);

public sealed record PutMatterOnAgenda(Guid MatterId, DateOnly Date) : MatterCommand(MatterId);

public sealed record DecideMatter(Guid MatterId, string Text) : MatterCommand(MatterId);

public sealed record CloseMatter(Guid MatterId, MatterOutcome Outcome) : MatterCommand(MatterId);

public sealed record ReopenMatter(Guid MatterId) : MatterCommand(MatterId);

public sealed record CreateTask(string Title, Kontor Kontor, Guid? CaseId, Guid? MatterId, Guid? Assignee, DateTimeOffset? Due) : Command;

public sealed record CompleteTask(Guid TaskId) : TaskCommand(TaskId);

public sealed record ReopenTask(Guid TaskId) : TaskCommand(TaskId);

public sealed record AssignTask(Guid TaskId, Guid UserId) : TaskCommand(TaskId);

/// <summary>The nightly run looks at one case: a flag that nobody took lapses, a case whose time is over is deleted, any other is left alone.</summary>
public sealed record CleanUpCase(Guid CaseId) : CaseCommand(CaseId);

/// <summary>Writes an erasure into the log again that a restore has taken out of it. Sent at start, never by a person.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Erasure">The event as it was; one of the <see cref="IErasure"/> events.</param>
public sealed record RedoErasure(Guid CaseId, CaseEvent Erasure) : CaseCommand(CaseId);

/// <summary>A deadline that fell due by the database's clock. Sent by the deadline runner, never by a person.</summary>
public sealed record MeetDeadline(Deadline Deadline) : Command;
#pragma warning restore CS1591
