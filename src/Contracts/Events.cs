namespace Hub.Contracts;

/// <summary>
/// A fact. Events are forever: past tense, immutable, only ever added to. The stored name of each stands in
/// <see cref="EventNames"/>; every shape ever shipped has a golden file that must still replay.
/// </summary>
public abstract record Event;

/// <summary>A fact about one case.</summary>
public abstract record CaseEvent(Guid CaseId) : Event;

/// <summary>A fact about one handover of one case.</summary>
public abstract record HandoverEvent(Guid CaseId, Guid HandoverId) : CaseEvent(CaseId);

/// <summary>
/// A case event that takes keys away for good. It holds ids and nothing personal, so that it can stand in the list of erasures that is kept
/// outside the database, and be written again after a restore.
/// </summary>
public interface IErasure
{
    /// <summary>The case.</summary>
    Guid CaseId { get; }
}

/// <summary>
/// An event that begins something: the keys of all its secrets are made with it, under ids that are derived from its command, so none of them can be there
/// unless the command was carried out before.
/// </summary>
public interface IBeginning;

/// <summary>A fact about one matter.</summary>
public abstract record MatterEvent(Guid MatterId) : Event;

/// <summary>A fact about one task.</summary>
public abstract record TaskEvent(Guid TaskId) : Event;

#pragma warning disable CS1591 // parameters carry the names of contract.md
/// <param name="CaseId">The new case.</param>
/// <param name="Number">S-number within the area.</param>
/// <param name="BoardNumber">B-number, when the board flagged it: the only number the board ever sees.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Severity">How urgent.</param>
/// <param name="Vulnerability">How vulnerable the beboer is thought to be.</param>
/// <param name="Kilde">Where it came from.</param>
/// <param name="BoernIHjemmet">Children in the home.</param>
/// <param name="Afdeling">The housing department.</param>
/// <param name="FlaggedBy">The user.</param>
/// <param name="FlaggedFrom">The user's office.</param>
/// <param name="Kontor">The office that holds the case.</param>
/// <param name="Assignee">Set when boligsocialt kontor registers its own case.</param>
/// <param name="Description">What was seen.</param>
/// <param name="Beboer">Whom it is about; null when nobody is named or the beboer refused.</param>
/// <param name="Parter">The other sides.</param>
/// <param name="Basis">Why the identity may be passed on.</param>
/// <param name="Target">When somebody should have taken it.</param>
/// <param name="SameDoorAs">The newest open cases on the same lejemål at that moment, ten at most.</param>
/// <param name="Saerlig">What the description tells of health or offences.</param>
/// <param name="Deling">How it comes to the office that holds the case; null within the flagging office, and before this was kept.</param>
public sealed record CaseFlagged(
    Guid CaseId, int Number, int? BoardNumber, Category Category, Severity Severity, Vulnerability Vulnerability, Kilde Kilde,
    bool BoernIHjemmet, string? Afdeling, Guid FlaggedBy, Kontor FlaggedFrom, Kontor Kontor, Guid? Assignee, Secret Description,
    Identity? Beboer, IReadOnlyList<Part> Parter, LegalBasis Basis, DateTimeOffset Target, IReadOnlyList<Guid> SameDoorAs,
    Saerlig Saerlig = Saerlig.Ingen, Deling? Deling = null) : CaseEvent(CaseId), IBeginning;

public sealed record CasePickedUp(Guid CaseId, Guid UserId) : CaseEvent(CaseId);

public sealed record CaseAssigned(Guid CaseId, Guid UserId) : CaseEvent(CaseId);

/// <summary>Nobody took the case within the target of its severity.</summary>
public sealed record CaseTargetMissed(Guid CaseId) : CaseEvent(CaseId);

public sealed record NoteAdded(
    Guid CaseId, Guid NoteId, Kontor From, NoteAudience Audience, NoteKind Kind, DateTimeOffset HappenedAt, Secret Text,
    Saerlig Saerlig = Saerlig.Ingen) : CaseEvent(CaseId);

/// <param name="CaseId">The case.</param>
/// <param name="Kan">What the beboer can do.</param>
/// <param name="Vil">What the beboer wants.</param>
/// <param name="Ved">Whether the beboer knows of the case.</param>
/// <param name="Saerlig">What either tells of health or offences.</param>
public sealed record BeboerDescribed(Guid CaseId, Secret? Kan, Secret? Vil, BeboerVed Ved, Saerlig Saerlig = Saerlig.Ingen) : CaseEvent(CaseId);

/// <param name="CaseId">The case.</param>
/// <param name="Basis">The basis.</param>
/// <param name="Deling">How the identity comes to its recipients; null where it opens nothing, and before this was kept.</param>
public sealed record LegalBasisRecorded(Guid CaseId, LegalBasis Basis, Deling? Deling = null) : CaseEvent(CaseId);

public sealed record LegalBasisWithdrawn(Guid CaseId) : CaseEvent(CaseId);

public sealed record LegalBasisExpired(Guid CaseId, DateTimeOffset Due) : CaseEvent(CaseId);

/// <summary>The beboer refused after having been named: the persons' keys are dropped, the texts stay under the case's key.</summary>
public sealed record IdentityForgotten(Guid CaseId, IReadOnlyList<Guid> PersonIds) : CaseEvent(CaseId), IErasure;

/// <summary>The persons' keys are dropped, and with them every text under them (GDPR art. 17).</summary>
public sealed record PersonsErased(Guid CaseId, IReadOnlyList<Guid> PersonIds) : CaseEvent(CaseId), IErasure;

public sealed record CaseUnsealed(Guid CaseId, Kontor Kontor, UnsealKind Kind, Secret Reason, DateTimeOffset Until) : CaseEvent(CaseId);

public sealed record UnsealEnded(Guid CaseId, DateTimeOffset Due) : CaseEvent(CaseId);

/// <summary>Someone who is told when a seal is broken has seen that this one was.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnsealSeq">The seq of the <see cref="CaseUnsealed"/>.</param>
/// <param name="UserId">Who has seen it.</param>
public sealed record UnsealAcknowledged(Guid CaseId, long UnsealSeq, Guid UserId) : CaseEvent(CaseId);

/// <summary>One of two events of a link, one on each case.</summary>
public sealed record CaseLinked(Guid CaseId, Guid OtherCaseId, LinkKind Kind) : CaseEvent(CaseId);

/// <summary>The case was a duplicate and lives on in the other one.</summary>
public sealed record CaseMerged(Guid CaseId, Guid IntoCaseId) : CaseEvent(CaseId);

/// <summary>The other case was a duplicate of this one: its flaggers now hear from this one.</summary>
public sealed record DuplicateReceived(Guid CaseId, Guid FromCaseId, IReadOnlyList<Flagger> Flaggers) : CaseEvent(CaseId);

public sealed record DisclosureRecorded(
    Guid CaseId, Secret Modtager, Secret Hvad, LegalBasisKind LegalBasis, DateTimeOffset GivenAt) : CaseEvent(CaseId);

public sealed record UnderretningRecorded(Guid CaseId, DateTimeOffset GivenAt) : CaseEvent(CaseId);

public sealed record CallRecorded(Guid CaseId, CalledParty Called, DateTimeOffset CalledAt) : CaseEvent(CaseId);

public sealed record CaseClosed(Guid CaseId, Outcome Outcome, Secret? Note) : CaseEvent(CaseId);

/// <summary>The same person has died in another case: every reminder of this one stops.</summary>
public sealed record DeathNoted(Guid CaseId) : CaseEvent(CaseId);

/// <summary>Nobody ever took the flag and nothing was done about it for so long: it is closed as <see cref="Outcome.Bortfaldet"/>.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="AfterMonths">The rule it lapsed by.</param>
public sealed record CaseLapsed(Guid CaseId, int AfterMonths) : CaseEvent(CaseId);

/// <summary>
/// The time to keep the case is over: the keys of its persons and its own are dropped, and nothing that anybody wrote in it can be read again
/// (GDPR art. 5(1)(e)). Who did what when, number, category, outcome and times stay for the statistics; nobody can open the case.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Category">What it was about.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Regel">The rule it was deleted by.</param>
/// <param name="ClosedAt">When it had been closed.</param>
/// <param name="Keys">The owners whose keys were dropped.</param>
public sealed record CaseDeleted(
    Guid CaseId, Category Category, Outcome Outcome, Sletteregel Regel, DateTimeOffset ClosedAt, IReadOnlyList<Guid> Keys) : CaseEvent(CaseId), IErasure;

public sealed record CaseReopened(Guid CaseId, Secret Reason, Guid? Assignee, DateTimeOffset Target) : CaseEvent(CaseId);

/// <param name="CaseId">The case.</param>
/// <param name="HandoverId">The handover.</param>
/// <param name="FromKontor">Who gives.</param>
/// <param name="ToKontor">Who is asked.</param>
/// <param name="Reason">Why.</param>
/// <param name="Summary">What the receiver needs to know.</param>
/// <param name="RemindAt">When the receiver is reminded.</param>
/// <param name="RespondBy">When it goes back by itself.</param>
/// <param name="Saerlig">What either text tells of health or offences.</param>
/// <param name="Deling">How it comes to the receiver; null before this was kept.</param>
/// <param name="Grundlag">The basis that opened the identity to the receiver then; null: it stayed sealed.</param>
public sealed record HandoverOffered(
    Guid CaseId, Guid HandoverId, Kontor FromKontor, Kontor ToKontor, Secret Reason, Secret Summary,
    DateTimeOffset RemindAt, DateTimeOffset RespondBy, Saerlig Saerlig = Saerlig.Ingen, Deling? Deling = null, LegalBasisKind? Grundlag = null)
    : HandoverEvent(CaseId, HandoverId);

public sealed record HandoverAccepted(Guid CaseId, Guid HandoverId, Guid UserId) : HandoverEvent(CaseId, HandoverId);

public sealed record HandoverDeclined(Guid CaseId, Guid HandoverId, Secret Reason) : HandoverEvent(CaseId, HandoverId);

public sealed record HandoverWithdrawn(Guid CaseId, Guid HandoverId) : HandoverEvent(CaseId, HandoverId);

public sealed record HandoverReminded(Guid CaseId, Guid HandoverId) : HandoverEvent(CaseId, HandoverId);

public sealed record HandoverExpired(Guid CaseId, Guid HandoverId) : HandoverEvent(CaseId, HandoverId);

/// <param name="MatterId">The new matter.</param>
/// <param name="Number">M-number within the area.</param>
/// <param name="CaseId">The case it was handed over from; never told to the board.</param>
/// <param name="OpenedFrom">The office that asks.</param>
/// <param name="Kontor">The office that answers.</param>
/// <param name="Title">One line.</param>
/// <param name="Summary">What it is about, without a person.</param>
/// <param name="RespondBy">When an answer is due.</param>
public sealed record MatterOpened(
    Guid MatterId, int Number, Guid? CaseId, Kontor OpenedFrom, Kontor Kontor, Secret Title, Secret Summary, DateTimeOffset RespondBy) : MatterEvent(MatterId), IBeginning;

public sealed record MatterNoteAdded(Guid MatterId, Guid NoteId, Kontor From, Secret Text) : MatterEvent(MatterId);

public sealed record MatterPutOnAgenda(Guid MatterId, DateOnly Date) : MatterEvent(MatterId);

public sealed record MatterDecided(Guid MatterId, Secret Text) : MatterEvent(MatterId);

public sealed record MatterOverdue(Guid MatterId, DateTimeOffset Due) : MatterEvent(MatterId);

public sealed record MatterClosed(Guid MatterId, MatterOutcome Outcome) : MatterEvent(MatterId);

public sealed record MatterReopened(Guid MatterId, DateTimeOffset RespondBy) : MatterEvent(MatterId);

/// <summary>Why a task came to be.</summary>
public enum TaskPurpose { Opgave, SpoergBeboeren }

public sealed record TaskCreated(
    Guid TaskId, Guid? CaseId, Guid? MatterId, Kontor From, Kontor Kontor, Guid? Assignee, TaskPurpose Purpose, Secret Title, DateTimeOffset? Due) : TaskEvent(TaskId);

public sealed record TaskCompleted(Guid TaskId) : TaskEvent(TaskId);

public sealed record TaskReopened(Guid TaskId) : TaskEvent(TaskId);

public sealed record TaskAssigned(Guid TaskId, Guid UserId) : TaskEvent(TaskId);

public sealed record TaskOverdue(Guid TaskId, DateTimeOffset Due) : TaskEvent(TaskId);
#pragma warning restore CS1591

/// <summary>Someone who flagged, and the number the board knows it by where the board did.</summary>
public sealed record Flagger(Guid UserId, Kontor Kontor, int? BoardNumber, DateTimeOffset At);
