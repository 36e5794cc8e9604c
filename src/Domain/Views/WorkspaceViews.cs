using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Matters;
using Hub.Domain.Tasks;
using Hub.Domain.Texts;

namespace Hub.Domain.Views;

/// <summary>The workspace as staff, dpo or admin may see it.</summary>
internal static class WorkspaceViews
{
    public static WorkspaceView Of(WorkspaceState state, Viewer viewer, DateTimeOffset now, AreaFacts area) => new(
        state.Seq,
        [.. state.Cases.Values.Where(c => CaseSight.Of(c, viewer) != Sight.None).OrderBy(c => c.Number).Select(c => CaseViews.Card(c, viewer, now))],
        [.. state.Tasks.Values.Where(t => CaseSight.Sees(t, state, viewer)).Select(t => Task(t, state, viewer, now, area))],
        [.. state.Cases.Values.Where(c => c.Pending is not null && CaseSight.Of(c, viewer) == Sight.Full).OrderBy(c => c.Pending!.RespondBy).Select(c => CaseViews.Handover(c, c.Pending!, viewer, now, area))],
        [.. state.Matters.Values.Where(m => CaseSight.Sees(m, viewer)).OrderBy(m => m.Number).Select(m => Matter(m, state, viewer, now, area))],
        Counts(state, now))
    {
        Unseals = Unseals(state, viewer),
        Oversight = Oversight.Oversees(viewer) ? Rights.Overseen.In(state, now) : null,
        NamesSealed = viewer.Member.NamesSealed ? true : null,
    };

    public static TaskCard Task(AreaTask t, WorkspaceState state, Viewer viewer, DateTimeOffset now, AreaFacts area)
    {
        var c = t.CaseId is { } id ? state.Case(id) : null;
        var known = c is not null && CaseSight.Of(c, viewer) != Sight.None;
        var around = state.CasesAround(t.CaseId, t.MatterId).ToList();
        var title = c?.Restriction is not null && CaseSight.Of(c, viewer) != Sight.Full ? null
            : around.Aggregate(t.Title.Value, (text, on) => new CaseReader(on, viewer, now, area).Mask(text, on == around[0] ? t.Author : null));
        return new TaskCard(
            t.Id, title, t.Kontor, t.From, t.Status, known ? t.CaseId : null, t.MatterId, t.Assignee, t.Purpose, t.Due, Late(t, now));
    }

    /// <summary>
    /// What the board says of its own accord may name whom a case is about: masked like any other text of the case. What one's own office wrote is
    /// not: no name that was open to it got this far.
    /// </summary>
    public static MatterCard Matter(Matter m, WorkspaceState state, Viewer viewer, DateTimeOffset now, AreaFacts area)
    {
        var c = m.CaseId is { } id ? state.Case(id) : null;
        var known = c is not null && CaseSight.Of(c, viewer) != Sight.None;
        return new MatterCard(
            m.Id, Numbers.Matter(m.Number), Masked(m.Title, m.OpenedFrom), Masked(m.Summary, m.OpenedFrom), m.Status, m.OpenedAt, m.AwaitsAnswer ? m.RespondBy : null, m.OpenedFrom, m.Kontor,
            known ? m.CaseId : null, m.AgendaDate, Masked(m.Decision, m.Kontor), m.Outcome, Late(m, now));

        string? Masked(Secret? text, Kontor writer) =>
            c is null || viewer.StaffOffices.Has(writer) ? text?.Value : new CaseReader(c, viewer, now, area).Mask(text);
    }

    private static IReadOnlyList<UnsealNotice> Unseals(WorkspaceState state, Viewer viewer) =>
    [
        .. from c in state.Cases.Values
           from u in c.Unseals
           where Oversight.IsToldOf(u, viewer) && !u.SeenBy.Contains(viewer.UserId)
           orderby u.Seq
           select new UnsealNotice(c.Id, Numbers.Case(c.Number), u.Seq, u.Kontor, u.Kind, u.By, u.At, u.Until),
    ];

    public static bool Late(AreaTask t, DateTimeOffset now) => t is { CompletedAt: null, Silent: false } && now > t.Due;

    public static bool Late(Matter m, DateTimeOffset now) => m.AwaitsAnswer && now > m.RespondBy;

    public static IReadOnlyDictionary<Kontor, OfficeCount> Counts(WorkspaceState state, DateTimeOffset now) =>
        Enum.GetValues<Kontor>().ToDictionary(k => k, k => state.Tally.Of(k, now));
}
