using System.Globalization;
using Hub.Contracts;

namespace Hub.Web.Features.Workspace;

/// <summary>The parts of the agenda that cards stand in.</summary>
public enum AgendaPart
{
    /// <summary>What the board is asked to decide.</summary>
    TilBeslutning,

    /// <summary>What the board has promised to do, and what it has asked others for.</summary>
    Opgaver,

    /// <summary>What the board has sent to others and they have not settled.</summary>
    SendtAfOs,

    /// <summary>What is settled.</summary>
    Afgjort,
}

/// <summary>The board's page as an agenda.</summary>
/// <param name="Matters">All matters, each with its place by <see cref="PartOf"/> and <see cref="OrderOf(BoardMatter)"/>.</param>
/// <param name="Tasks">The open tasks, in order.</param>
/// <param name="Flags">The board's own flags, newest first: number, status, dates.</param>
/// <param name="Offices">How much the offices have, in steps of five.</param>
public sealed record Agenda(
    IReadOnlyList<BoardMatter> Matters, IReadOnlyList<BoardTask> Tasks, IReadOnlyList<BoardFlag> Flags, IReadOnlyDictionary<Kontor, OfficeCount> Offices)
{
    /// <summary>The day on which the other offices were counted.</summary>
    public DateOnly OfficesFrom { get; init; }

    public static Agenda Of(BoardWorkspaceView view) => new(
        [.. view.Matters.OrderBy(OrderOf, StringComparer.Ordinal)],
        [.. view.Tasks.Where(t => t.Status == TaskState.Aaben).OrderBy(OrderOf, StringComparer.Ordinal)],
        [.. view.Flags.OrderByDescending(f => f.FlaggedAt)],
        view.Offices)
    {
        OfficesFrom = view.OfficesFrom,
    };

    public IReadOnlyList<BoardMatter> In(AgendaPart part) => [.. Matters.Where(m => PartOf(m) == part)];

    public static AgendaPart PartOf(BoardMatter m) =>
        m.Status is MatterStatus.Besluttet or MatterStatus.Lukket ? AgendaPart.Afgjort
        : m.Kontor == Kontor.Bestyrelseskontor ? AgendaPart.TilBeslutning
        : AgendaPart.SendtAfOs;

    /// <summary>Late first, then what no meeting has taken up, then meeting by meeting; what is settled, newest first.</summary>
    public static string OrderOf(BoardMatter m) => PartOf(m) == AgendaPart.Afgjort
        ? Text($"{DateTime.MaxValue.Ticks - m.OpenedAt.UtcTicks:d19}{m.Number}")
        : Text($"{(m.Late ? 0 : 1)}{m.AgendaDate ?? default:yyyyMMdd}{m.RespondBy ?? m.OpenedAt:yyyyMMddHHmm}{m.Number}");

    public static string OrderOf(BoardTask t) =>
        Text($"{(t.Kontor == Kontor.Bestyrelseskontor ? 0 : 1)}{(t.Late ? 0 : 1)}{t.Due ?? DateTimeOffset.MaxValue:yyyyMMddHHmm}{t.TaskId:N}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
