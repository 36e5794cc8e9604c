using Hub.Contracts;
using Hub.Web.Layout;
using static Hub.Web.Features.Me.DayWords;

namespace Hub.Web.Features.Me;

/// <summary>What an area's workspace means for a board member's day: matters and tasks, never a person.</summary>
internal sealed class BoardDay(Membership member, BoardWorkspaceView view, DateTimeOffset now)
{
    private readonly string omraade = $"/omraader/{member.OmraadeId}";

    public IEnumerable<DayItem> Items => [.. Matters, .. Tasks];

    private IEnumerable<DayItem> Matters =>
        from m in view.Matters
        where m.Kontor == Kontor.Bestyrelseskontor && m.RespondBy is not null
        select new DayItem(
            m.Status == MatterStatus.PaaDagsorden && !m.Late ? Urgency.Resten : Urgency.SvarNu, member, $"{omraade}/emner/{m.MatterId}",
            m.Title ?? Text.With("Matter", m.Number), Why(m))
        {
            Number = m.Number,
            Text = DayItem.Beyond(m.Title, m.Summary),
            From = m.OpenedFrom,
            DueWord = "AnswerBy",
            Due = m.RespondBy,
            Late = m.Late,
        };

    private IEnumerable<DayItem> Tasks =>
        from t in view.Tasks
        where t.Kontor == Kontor.Bestyrelseskontor && t.Status == TaskState.Aaben
        select new DayItem(
            t.Late ? Urgency.ForSent : t.Due is { } due && Times.Day(due) <= Times.Day(now) ? Urgency.IDag : Urgency.Resten, member,
            t.MatterId is { } m ? $"{omraade}/emner/{m}" : omraade, t.Title ?? Text["Task"], Text["Task.Office"])
        {
            IsTask = true,
            DueWord = t.Due is null ? null : "DoBy",
            Due = t.Due,
            Late = t.Late,
        };

    private string Why(BoardMatter m) => m is { Status: MatterStatus.PaaDagsorden, AgendaDate: { } date }
        ? Text.With("Agenda", date.ToString("d. MMM", System.Globalization.CultureInfo.CurrentUICulture))
        : Text["Matter.From"];
}
