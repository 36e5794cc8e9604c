using System.Globalization;
using Hub.Contracts;

namespace Hub.Web.Features.Workspace;

/// <summary>
/// The order of the cards in a row as plain text, so that the browser can put one card in its place without knowing why:
/// late first, then what nobody has, then one's own, then the most urgent, then what is due first.
/// </summary>
internal static class Ordering
{
    public static string Of(CaseCard c, HandoverCard? handover, Guid reader) => Text(
        handover?.Late ?? c.Late, c.Assignee is null ? 0 : c.Assignee == reader ? 1 : 2, c.Severity ?? Severity.Lav, handover?.RespondBy ?? c.Target ?? c.FlaggedAt, c.Number);

    public static string Of(MatterCard m) => Text(m.Late, 0, Severity.Mellem, m.RespondBy ?? m.OpenedAt, m.Number);

    public static string Of(TaskCard t) => Text(t.Late, 2, Severity.Lav, t.Due ?? DateTimeOffset.MaxValue, t.TaskId.ToString("N"));

    private static string Text(bool late, int whose, Severity severity, DateTimeOffset when, string number) => string.Create(
        CultureInfo.InvariantCulture, $"{(late ? 0 : 1)}{whose}{Severity.Akut - severity}{when.UtcDateTime:yyyyMMddHHmm}{number}");
}
