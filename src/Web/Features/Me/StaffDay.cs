using Hub.Contracts;
using Hub.Web.Layout;
using static Hub.Web.Features.Me.DayWords;

namespace Hub.Web.Features.Me;

/// <summary>What an area's workspace means for one person's day.</summary>
/// <param name="member">The person.</param>
/// <param name="offices">Whose work is theirs: their own office's, and for a leader that of an office which the area lacks.</param>
/// <param name="view">The area as they may see it.</param>
/// <param name="now">The time of the day.</param>
internal sealed class StaffDay(Membership member, Kontorer offices, WorkspaceView view, DateTimeOffset now)
{
    private readonly string omraade = $"/omraader/{member.OmraadeId}";

    public IEnumerable<DayItem> Items => [.. Answers, .. Matters, .. Cases, .. Tasks, .. Requests, .. Held];

    private IEnumerable<DayItem> Answers =>
        from h in view.Handovers
        where offices.Has(h.ToKontor)
        select new DayItem(
            Urgency.SvarNu, member, Case(h.CaseId), Text.With("Handover", h.Number), Text["Handover.From"])
        {
            Text = h.Summary,
            Mark = h.Mark,
            From = h.FromKontor,
            DueWord = "AnswerBy",
            Due = h.RespondBy,
            Late = h.Late,
        };

    private IEnumerable<DayItem> Matters =>
        from m in view.Matters
        where offices.Has(m.Kontor) && m.RespondBy is not null
        select new DayItem(
            Urgency.SvarNu, member, $"{omraade}/emner/{m.MatterId}", m.Title ?? Text.With("Matter", m.Number),
            Text["Matter.From"])
        {
            Number = m.Number,
            Text = DayItem.Beyond(m.Title, m.Summary),
            From = m.OpenedFrom,
            DueWord = "AnswerBy",
            Due = m.RespondBy,
            Late = m.Late,
        };

    private IEnumerable<DayItem> Cases =>
        from c in view.Cases
        where c is { Sight: Sight.Full, Category: not null, Status: not CaseStatus.Afsluttet } && offices.Has(c.Kontor)
            && (c.Assignee == member.UserId || c.Assignee is null || c.ExpiredBack)
        select new DayItem(UrgencyOf(c), member, Case(c.CaseId), Labels.Of(c.Category!.Value), Why(c))
        {
            Category = c.Category,
            Number = c.Number,
            Severity = c.Severity,
            Identity = c.Identity,
            DueWord = c.Target is null ? null : "TakeBy",
            Due = c.Target,
            Late = c.Late,
        };

    private IEnumerable<DayItem> Tasks =>
        from t in view.Tasks
        where offices.Has(t.Kontor) && t.Status == TaskState.Aaben && (t.Assignee is null || t.Assignee == member.UserId)
        select new DayItem(
            By(t.Due, t.Late), member, t.CaseId is { } c ? Case(c) : t.MatterId is { } m ? $"{omraade}/emner/{m}" : omraade,
            Title(t), WhyTask(t))
        {
            IsTask = true,
            From = offices.Has(t.From) ? null : t.From,
            DueWord = t.Due is null ? null : "DoBy",
            Due = t.Due,
            Late = t.Late,
        };

    /// <summary>What persons have asked for: within a week of its day it is for today.</summary>
    private IEnumerable<DayItem> Requests =>
        from a in view.Oversight?.Anmodninger ?? []
        where a.EndedAt is null
        select new DayItem(By(a.Due.AddDays(-7), a.Late), member, $"{omraade}/anmodninger/{a.AnmodningId}", Labels.Of(a.Kind), Text["Anmodning"])
        {
            Number = a.Number,
            DueWord = "AnswerBy",
            Due = a.Due,
            Late = a.Late,
        };

    private IEnumerable<DayItem> Held =>
        from c in view.Oversight?.Held ?? []
        where c.Hold.ReviewDue
        select new DayItem(Urgency.ForSent, member, Case(c.CaseId), Text["Hold"], Text["Hold.Why"]) { Number = c.Number };

    private string Case(Guid id) => $"{omraade}/sager/{id}";

    private static string Title(TaskCard t) => t.Title ?? Text[t.Purpose == TaskPurpose.SpoergBeboeren ? "Task.Ask" : "Task"];

    private string WhyTask(TaskCard t) => Text[t.Assignee is not null ? "Task.Mine" : offices.Has(t.From) ? "Task.Office" : "Task.From"];

    private Urgency UrgencyOf(CaseCard c) =>
        c is { Severity: Severity.Akut, Assignee: null } ? Urgency.SvarNu
        : c.Status == CaseStatus.UnderOverdragelse ? Urgency.Resten
        : By(c.Target, c.Late);

    private static string Why(CaseCard c) => Text[c switch
    {
        { Status: CaseStatus.UnderOverdragelse } => "Case.Waiting",
        { ExpiredBack: true } => "Case.Back",
        { Assignee: null } => "Case.New",
        _ => "Case.Mine",
    }];

    private Urgency By(DateTimeOffset? due, bool late) =>
        late ? Urgency.ForSent : due is { } at && Times.Day(at) <= Times.Day(now) ? Urgency.IDag : Urgency.Resten;
}
