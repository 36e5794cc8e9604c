using Hub.Contracts;
using Hub.Grains;
using Hub.Storage;

namespace Hub.Web.Features.Deletion;

/// <summary>What the nightly run will do in an area, and what has been erased there.</summary>
internal sealed class DeletionReading(CleanUpRunner runner, IErasures erasures)
{
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(30);
    public const int MostShown = 200;

    public Task<IReadOnlyList<DueCleanUp>> Upcoming(Omraade omraade, CancellationToken ct) => runner.Due(omraade, Ahead, MostShown + 1, ct);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<LoggedErasure>> Protocol(Omraade omraade, CancellationToken ct) =>
        [.. (await erasures.Read(new StreamKey(omraade.Tenant, omraade.Id), ct)).Reverse()];
}
