using System.Collections.Frozen;
using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Storage;

namespace Hub.Web.Live;

/// <summary>A row of the feed as one viewer may be told it: the only place where push, replay and <c>changes</c> take their shape.</summary>
internal static class Changes
{
    private const string Flag = "flagChanged";
    private const string AccessEnded = "adgangOphoert";

    /// <summary>What those who watch over broken seals are told, whether they see the case or not.</summary>
    private static readonly FrozenSet<string> Seals = new[] { typeof(CaseUnsealed), typeof(UnsealAcknowledged) }
        .Select(type => EventNames.All.Single(e => e.Type == type).Name).ToFrozenSet();

    /// <summary>The offices whose rows a viewer's are among.</summary>
    public static Kontorer RowsOf(Viewer viewer) => viewer.WatchesSeals ? viewer.Offices | Kontorer.Personale : viewer.Offices;

    /// <summary>The change, or null when the row does not reach the viewer.</summary>
    public static Changed? For(Viewer viewer, FeedRow row) =>
        !row.Audience.Reached.Overlaps(viewer.Offices) ? ForWatcher(viewer, row)
        : viewer.IsBoard ? ForBoard(viewer, row)
        : row.Audience.Readers.Overlaps(viewer.Offices) ? ForStaff(viewer, row)
        : new Changed(viewer.Member.OmraadeId, row.Seq, row.At, AccessEnded, CaseId: CaseIdFor(viewer, row));

    /// <summary>A place in the log as the viewer counts: the board has numbers of its own.</summary>
    public static long SeqFor(Viewer viewer, Head head) => viewer.IsBoard ? head.BoardSeq : head.Seq;

    /// <inheritdoc cref="SeqFor(Viewer, Head)"/>
    public static long SeqFor(Viewer viewer, FeedRow row) => viewer.IsBoard ? row.BoardSeq ?? 0 : row.Seq;

    private static Changed ForStaff(Viewer viewer, FeedRow row)
    {
        var about = row.Subject;
        return new Changed(
            viewer.Member.OmraadeId, row.Seq, row.At, about.Kind, about.Kontor, CaseIdFor(viewer, row), about.TaskId, about.HandoverId,
            about.MatterId, about.Status);
    }

    private static Changed? ForWatcher(Viewer viewer, FeedRow row) => viewer.WatchesSeals && Seals.Contains(row.Subject.Kind)
        ? new Changed(viewer.Member.OmraadeId, row.Seq, row.At, row.Subject.Kind, CaseId: row.Subject.CaseId)
        : null;

    private static Guid? CaseIdFor(Viewer viewer, FeedRow row) =>
        row.Audience.KnowsCase.Overlaps(viewer.Offices) ? row.Subject.CaseId : null;

    private static Changed ForBoard(Viewer viewer, FeedRow row)
    {
        var about = row.Subject;
        var seq = SeqFor(viewer, row);
        return about is { MatterId: null, TaskId: null }
            ? new Changed(viewer.Member.OmraadeId, seq, row.At, Flag, Status: AsBoardSees(about.Status))
            : new Changed(
                viewer.Member.OmraadeId, seq, row.At, about.Kind, about.Kontor, TaskId: about.TaskId, MatterId: about.MatterId, Status: about.Status);
    }

    /// <summary>A handover between the staffed offices is none of the board's business.</summary>
    private static string? AsBoardSees(string? status) => status switch
    {
        "ny" or "iGang" or "afsluttet" => status,
        "underOverdragelse" => "iGang",
        _ => null,
    };
}
