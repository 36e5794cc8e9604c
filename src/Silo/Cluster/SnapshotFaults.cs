using Microsoft.Extensions.Logging;

namespace Hub.Silo.Cluster;

/// <summary>Tells of snapshots that were not kept or not read.</summary>
internal sealed partial class SnapshotFaults(ILogger<SnapshotFaults> logger)
{
    public void Report(Exception exception) => NoSnapshot(logger, exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A snapshot of an area was not kept or not read; the log serves instead")]
    private static partial void NoSnapshot(ILogger logger, Exception exception);
}
