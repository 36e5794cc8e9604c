using Hub.Contracts;
using Hub.Storage;

namespace Hub.Web.Features.AccessLog;

/// <summary>What a view tells of cases: read off the view itself, so that no handler has to say it.</summary>
internal static class Revelations
{
    public static IReadOnlyList<SeenCase> In(WorkspaceView view) => Together(
        [.. view.Cases.Select(In), .. view.Tasks.Select(In), .. view.Handovers.Select(In), .. view.Matters.Select(m => In(m))]);

    public static IReadOnlyList<SeenCase> In(CaseView view)
    {
        var id = view.Card.CaseId;
        return Together(
        [
            In(view.Card), .. view.Tasks.Select(In), .. view.Handovers.Select(In),
            .. view.Parter.Select(p => new SeenCase(id, If(p.Identity.State == IdentityState.Aaben, Revealed.Parter), p.Identity.Why)),
            new SeenCase(id, If(view.Description is not null, Revealed.Description), null),
            new SeenCase(id, If(view.Timeline.Any(t => t.Text is not null || t.Reason is not null), Revealed.Timeline), null),
            new SeenCase(id, If(view.Beboeren is { Kan: not null } or { Vil: not null }, Revealed.Beboeren), null),
            new SeenCase(id, If(view.Basis?.Purpose is not null, Revealed.Purpose), null),
            new SeenCase(id, If(view.Timeline.Select(t => t.Mark).Append(view.Mark).Append(view.Beboeren?.Mark).Any(IsRead), Revealed.Saerlig), null),
        ]);
    }

    public static IReadOnlyList<SeenCase> In(IReadOnlyList<OwnFlag> flags) => Together(
        [.. flags.Select(f => In(f.Card)), .. flags.Select(f => new SeenCase(f.Card.CaseId,
            If(f.Answers.Any(a => a.Text is not null), Revealed.Answer) | If(f.Answers.Any(a => IsRead(a.Mark)), Revealed.Saerlig), null))]);

    public static IReadOnlyList<SeenCase> In(MatterView view) => Together([In(view.Card, view.Notes.Any(n => n.Text is not null))]);

    /// <summary>What was written down of the request itself is a text of its case too.</summary>
    public static IReadOnlyList<SeenCase> In(AnmodningView view) => Together(
    [
        .. view.Items.Where(i => i.Text is not null).Select(i => new SeenCase(i.CaseId, FieldOf(i), NameReason.Anmodning)),
        new SeenCase(view.Card.CaseId, If(view.Steps.Any(s => s.Text is not null), Revealed.Timeline), NameReason.Anmodning),
    ]);

    private static Revealed FieldOf(IndsigtItem item) => (item.Kind, item.Field) switch
    {
        ("identity", "name") => Revealed.Name,
        ("identity", "address") => Revealed.Address,
        ("identity", "lejemaal") => Revealed.Lejemaal,
        ("identity", _) => Revealed.Phone,
        ("part", _) => Revealed.Parter,
        ("caseFlagged", "description") => Revealed.Description,
        _ => Revealed.Timeline,
    };

    private static SeenCase In(CaseCard card) => card.Identity is { State: IdentityState.Aaben } open
        ? new SeenCase(
            card.CaseId,
            If(open.Name is not null, Revealed.Name) | If(open.Address is not null, Revealed.Address) | If(open.Lejemaal is not null, Revealed.Lejemaal)
                | If(open.Phone is not null, Revealed.Phone),
            open.Why)
        : new SeenCase(card.CaseId, Revealed.None, null);

    private static SeenCase In(HandoverCard handover) => new(
        handover.CaseId, If(handover.Summary is not null, Revealed.Handover) | If(IsRead(handover.Mark), Revealed.Saerlig), null);

    private static SeenCase In(TaskCard task) => new(task.CaseId ?? Guid.Empty, If(task is { CaseId: not null, Title: not null }, Revealed.Task), null);

    private static SeenCase In(MatterCard matter, bool hasNotes = false) => new(
        matter.CaseId ?? Guid.Empty,
        If(matter.CaseId is not null && (hasNotes || matter.Title is not null || matter.Summary is not null || matter.Decision is not null), Revealed.Matter),
        null);

    private static bool IsRead(TextMark? mark) => mark is { Hidden: false };

    private static Revealed If(bool told, Revealed field) => told ? field : Revealed.None;

    private static SeenCase[] Together(IEnumerable<SeenCase> seen) =>
    [
        .. seen.Where(s => s.Fields != Revealed.None).GroupBy(s => s.CaseId).Select(c => c.Aggregate(
            (a, b) => new SeenCase(a.CaseId, a.Fields | b.Fields, a.Why ?? b.Why))),
    ];
}
