using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains.Tests;

/// <summary>A place that keeps no snapshot: everything comes from the log.</summary>
public sealed class NoSnapshots : ISnapshots
{
    public static AreaSnapshots Areas { get; } = new(new NoSnapshots(), _ => { });

    public Task Save<T>(StreamKey stream, string version, T state, CancellationToken ct) where T : class => Task.CompletedTask;

    public Task<T?> Load<T>(StreamKey stream, string version, CancellationToken ct) where T : class => Task.FromResult<T?>(null);
}
