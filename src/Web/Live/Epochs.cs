using System.Globalization;
using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Web.Live;

/// <summary>
/// The epoch a client is told: the log's own, and what the viewer is in the area. A cursor that was earned under other rights
/// then belongs to another epoch, also when the rights changed while the client was away.
/// </summary>
internal static class Epochs
{
    public static string Of(string log, Viewer viewer) =>
        string.Create(CultureInfo.InvariantCulture, $"{log}.{Code(viewer.Member.Kontor)}{(int)viewer.Member.Rolle}{(int)viewer.Offices}{(viewer.WatchesSeals ? "v" : "")}");

    private static int Code(Kontor? kontor) => kontor is { } k ? (int)k.AsSet() : 0;
}
