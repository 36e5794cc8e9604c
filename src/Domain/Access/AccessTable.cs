using System.Collections.Frozen;
using Hub.Contracts;
using static Hub.Domain.Access.Relation;

namespace Hub.Domain.Access;

/// <summary>Who may send which command: the one table of the house. Whether the command makes sense now is for Decide.</summary>
public static class AccessTable
{
    private static readonly AccessRow[] Table =
    [
        InArea<FlagCase>(InOffice | SystemFlags),
        InArea<OpenMatter>(InOffice),
        InArea<CreateTask>(ActsForOffice, OnCase<CreateTask>(x => x.CaseId, Related), OnMatter<CreateTask>(x => x.MatterId, Side)),
        InArea<MeetDeadline>(Clock),

        OnCase<PickUpCase>(Holds),
        OnCase<AssignCase>(Leads | Works | TakesFree),
        OnCase<AddNote>(Related),
        OnCase<DescribeBeboer>(Related),
        OnCase<RecordLegalBasis>(RaisedFirst | SeesWho),
        OnCase<WithdrawLegalBasis>(Related),
        OnCase<AskFlagger>(Holds),
        OnCase<LinkCases>(Holds, OnCase<LinkCases>(x => x.OtherCaseId, Related)),
        OnCase<RecordDisclosure>(Related),
        // The duty to notify and the calls in an emergency are personal: whoever flagged records them, also a board member.
        OnCase<RecordUnderretning>(Related | FlaggedInPerson),
        OnCase<RecordCall>(FlaggedInPerson),
        OnCase<CloseCase>(Holds),
        OnCase<ReopenCase>(Holds | Flagged),
        OnCase<UnsealCase>(Holds | Asked),
        OnCase<AcknowledgeUnseal>(ToldOfUnseal),
        OnCase<ErasePersons>(Dpo),
        OnCase<CleanUpCase>(Clock),
        OnCase<RedoErasure>(Clock),
        OnCase<PlaceHold>(Dpo | Leads),
        OnCase<LiftHold>(Dpo | Leads),
        OnCase<RestrictCase>(Dpo | Leads),
        OnCase<LiftRestriction>(Dpo | Leads),

        // A person may turn to anybody who works with them; who answers is the dpo.
        OnCase<ReceiveAnmodning>(Dpo | Related),
        OnCase<ExtendAnmodning>(Dpo),
        OnCase<AnswerAnmodning>(Dpo),
        OnCase<RefuseAnmodning>(Dpo),
        OnCase<HideItem>(Dpo),
        OnCase<ShowItem>(Dpo),
        OnCase<CorrectText>(Dpo | Leads),
        OnCase<AddRemark>(Dpo | Leads),
        OnCase<CorrectIdentity>(Dpo),
        OnCase<OfferHandover>(Holds),

        // Whose answer a handover waits for is its own state: not_addressee.
        OnHandover<AcceptHandover>(Related),
        OnHandover<DeclineHandover>(Related),
        OnHandover<WithdrawHandover>(Related),

        OnMatter<AddMatterNote>(Side),
        OnMatter<PutMatterOnAgenda>(AnswersAsBoard),
        OnMatter<DecideMatter>(Answers),
        OnMatter<CloseMatter>(Side),
        OnMatter<ReopenMatter>(Side),

        OnTask<CompleteTask>(Answers),
        OnTask<AssignTask>(Answers),
        OnTask<ReopenTask>(Answers | Asks),
    ];

    private static readonly FrozenDictionary<Type, Relation> TenantTable = new Dictionary<Type, Relation>
    {
        [typeof(CreateTenant)] = Operator | Admin,
        [typeof(EndTenant)] = Operator,
        [typeof(RegisterOmraade)] = Operator | Admin,
        [typeof(ChangeOmraadeSettings)] = Operator | Admin,
        [typeof(ChangeSletteregler)] = Operator | Admin,
        [typeof(GrantMembership)] = Operator | Admin,
        [typeof(RevokeMembership)] = Operator | Admin,
        [typeof(ChangeClient)] = Admin,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, AccessRow> Rows = Table.ToFrozenDictionary(r => r.Command);

    /// <summary>Every command on a boligområde with what it takes.</summary>
    public static IReadOnlyList<AccessRow> All => Table;

    /// <summary>Every command on a boligorganisation with what it takes; who may do nothing of it is told so.</summary>
    public static IReadOnlyDictionary<Type, Relation> Tenant => TenantTable;

    /// <exception cref="KeyNotFoundException">The command has no row.</exception>
    public static AccessRow Of(Command command) => Rows[command.GetType()];

    private static AccessRow InArea<T>(Relation by, params AccessStep[] also) where T : Command =>
        new(typeof(T), [new AccessStep(Thing.Area, _ => Guid.Empty, by), .. also]);

    private static AccessRow OnCase<T>(Relation by, params AccessStep[] also) where T : CaseCommand =>
        new(typeof(T), [OnCase<T>(x => x.CaseId, by), .. also]);

    private static AccessRow OnHandover<T>(Relation by) where T : HandoverCommand =>
        new(typeof(T), [new AccessStep(Thing.Handover, x => ((T)x).HandoverId, by)]);

    private static AccessRow OnMatter<T>(Relation by) where T : MatterCommand =>
        new(typeof(T), [OnMatter<T>(x => x.MatterId, by)]);

    private static AccessRow OnTask<T>(Relation by) where T : TaskCommand =>
        new(typeof(T), [new AccessStep(Thing.Task, x => ((T)x).TaskId, by)]);

    private static AccessStep OnCase<T>(Func<T, Guid?> named, Relation by) where T : Command => new(Thing.Case, x => named((T)x), by);

    private static AccessStep OnMatter<T>(Func<T, Guid?> named, Relation by) where T : Command => new(Thing.Matter, x => named((T)x), by);
}
