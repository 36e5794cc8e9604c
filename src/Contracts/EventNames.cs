using System.Collections.Frozen;

namespace Hub.Contracts;

/// <summary>
/// The stored name of every event: the one table. Names are forever; a type may be renamed, its name may not.
/// They are also what a change on the live feed says it is (<see cref="Subject.Kind"/>).
/// </summary>
public static class EventNames
{
    private static readonly (string Name, Type Type)[] Table =
    [
        ("caseFlagged", typeof(CaseFlagged)),
        ("casePickedUp", typeof(CasePickedUp)),
        ("caseAssigned", typeof(CaseAssigned)),
        ("caseTargetMissed", typeof(CaseTargetMissed)),
        ("noteAdded", typeof(NoteAdded)),
        ("beboerDescribed", typeof(BeboerDescribed)),
        ("legalBasisRecorded", typeof(LegalBasisRecorded)),
        ("legalBasisWithdrawn", typeof(LegalBasisWithdrawn)),
        ("legalBasisExpired", typeof(LegalBasisExpired)),
        ("identityForgotten", typeof(IdentityForgotten)),
        ("personsErased", typeof(PersonsErased)),
        ("holdPlaced", typeof(HoldPlaced)),
        ("holdReviewDue", typeof(HoldReviewDue)),
        ("holdLifted", typeof(HoldLifted)),
        ("anmodningReceived", typeof(AnmodningReceived)),
        ("anmodningExtended", typeof(AnmodningExtended)),
        ("anmodningReminded", typeof(AnmodningReminded)),
        ("anmodningOverdue", typeof(AnmodningOverdue)),
        ("anmodningAnswered", typeof(AnmodningAnswered)),
        ("anmodningRefused", typeof(AnmodningRefused)),
        ("indsigtHidden", typeof(IndsigtHidden)),
        ("indsigtShown", typeof(IndsigtShown)),
        ("textCorrected", typeof(TextCorrected)),
        ("taskTitleCorrected", typeof(TaskTitleCorrected)),
        ("matterTextCorrected", typeof(MatterTextCorrected)),
        ("remarkAdded", typeof(RemarkAdded)),
        ("identityCorrected", typeof(IdentityCorrected)),
        ("caseRestricted", typeof(CaseRestricted)),
        ("restrictionLifted", typeof(RestrictionLifted)),
        ("caseUnsealed", typeof(CaseUnsealed)),
        ("unsealEnded", typeof(UnsealEnded)),
        ("unsealAcknowledged", typeof(UnsealAcknowledged)),
        ("caseLinked", typeof(CaseLinked)),
        ("caseMerged", typeof(CaseMerged)),
        ("duplicateReceived", typeof(DuplicateReceived)),
        ("disclosureRecorded", typeof(DisclosureRecorded)),
        ("underretningRecorded", typeof(UnderretningRecorded)),
        ("callRecorded", typeof(CallRecorded)),
        ("caseClosed", typeof(CaseClosed)),
        ("deathNoted", typeof(DeathNoted)),
        ("caseLapsed", typeof(CaseLapsed)),
        ("caseDeleted", typeof(CaseDeleted)),
        ("caseReopened", typeof(CaseReopened)),
        ("handoverOffered", typeof(HandoverOffered)),
        ("handoverAccepted", typeof(HandoverAccepted)),
        ("handoverDeclined", typeof(HandoverDeclined)),
        ("handoverWithdrawn", typeof(HandoverWithdrawn)),
        ("handoverReminded", typeof(HandoverReminded)),
        ("handoverExpired", typeof(HandoverExpired)),
        ("matterOpened", typeof(MatterOpened)),
        ("matterNoteAdded", typeof(MatterNoteAdded)),
        ("matterPutOnAgenda", typeof(MatterPutOnAgenda)),
        ("matterDecided", typeof(MatterDecided)),
        ("matterOverdue", typeof(MatterOverdue)),
        ("matterClosed", typeof(MatterClosed)),
        ("matterReopened", typeof(MatterReopened)),
        ("taskCreated", typeof(TaskCreated)),
        ("taskCompleted", typeof(TaskCompleted)),
        ("taskReopened", typeof(TaskReopened)),
        ("taskAssigned", typeof(TaskAssigned)),
        ("taskOverdue", typeof(TaskOverdue)),
        ("tenantCreated", typeof(TenantCreated)),
        ("tenantEnded", typeof(TenantEnded)),
        ("omraadeRegistered", typeof(OmraadeRegistered)),
        ("lejemaalRegistered", typeof(LejemaalRegistered)),
        ("omraadeSettingsChanged", typeof(OmraadeSettingsChanged)),
        ("slettereglerChanged", typeof(SlettereglerChanged)),
        ("membershipGranted", typeof(MembershipGranted)),
        ("membershipRevoked", typeof(MembershipRevoked)),
        ("clientChanged", typeof(ClientChanged)),
    ];

    private static readonly FrozenDictionary<Type, string> Names = Table.ToFrozenDictionary(e => e.Type, e => e.Name);
    private static readonly FrozenDictionary<string, Type> Types = Table.ToFrozenDictionary(e => e.Name, e => e.Type, StringComparer.Ordinal);

    /// <summary>Every name with its type, in the order of the table.</summary>
    public static IReadOnlyList<(string Name, Type Type)> All => Table;

    /// <summary>The stored name of an event.</summary>
    /// <exception cref="KeyNotFoundException">The type is not in the table.</exception>
    public static string Of(Event @event) => Names[@event.GetType()];

    /// <summary>The type behind a stored name.</summary>
    /// <exception cref="KeyNotFoundException">This build does not know the name: it is older than the log.</exception>
    public static Type TypeOf(string name) => Types[name];
}
