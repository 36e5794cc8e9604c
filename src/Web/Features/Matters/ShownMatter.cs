using Hub.Contracts;
using Hub.Grains;

namespace Hub.Web.Features.Matters;

/// <summary>A matter as its page shows it, to either side. A case is there for staff only.</summary>
public sealed record ShownMatter(
    Guid Id, string Number, string? Title, string? Summary, MatterStatus Status, DateTimeOffset OpenedAt, DateTimeOffset? RespondBy, Kontor OpenedFrom,
    Kontor Kontor, DateOnly? AgendaDate, string? Decision, MatterOutcome? Outcome, bool Late, Guid? CaseId, IReadOnlyList<MatterNote> Notes,
    IReadOnlyList<string> Actions)
{
    public static ShownMatter? Of(MatterAnswer? answer) => answer switch
    {
        { Staff: { Card: var c } staff } => new ShownMatter(
            c.MatterId, c.Number, c.Title, c.Summary, c.Status, c.OpenedAt, c.RespondBy, c.OpenedFrom, c.Kontor, c.AgendaDate, c.Decision, c.Outcome, c.Late,
            c.CaseId, staff.Notes, staff.Actions),
        { Board: { Card: var c } board } => new ShownMatter(
            c.MatterId, c.Number, c.Title, c.Summary, c.Status, c.OpenedAt, c.RespondBy, c.OpenedFrom, c.Kontor, c.AgendaDate, c.Decision, c.Outcome, c.Late,
            null, board.Notes, board.Actions),
        _ => null,
    };

    public bool May(string action) => Actions.Contains(action);

    /// <summary>The next thing to do with it, for the one in front of it.</summary>
    public string? Primary =>
        May("decide") && (Kontor != Kontor.Bestyrelseskontor || AgendaDate is not null) ? "decide"
        : May("agenda") && AgendaDate is null ? "agenda"
        : Status == MatterStatus.Besluttet && May("close") ? "close"
        : May("notes") ? "notes"
        : null;
}
