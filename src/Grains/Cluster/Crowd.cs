using System.Collections.Concurrent;
using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains.Cluster;

/// <summary>How many wait for each area: one that hangs or is hot does not take up the whole process.</summary>
/// <param name="most">More are turned away at once.</param>
internal sealed class Crowd(int most)
{
    private readonly ConcurrentDictionary<StreamKey, int> _waiting = new();

    /// <exception cref="StoreBusyException">Too many wait already.</exception>
    public async Task<T> Join<T>(StreamKey area, Func<Task<T>> call)
    {
        try
        {
            if (_waiting.AddOrUpdate(area, 1, (_, waiting) => waiting + 1) > most)
            {
                throw new StoreBusyException("Too many wait for this area.");
            }

            return await call();
        }
        finally
        {
            if (_waiting.AddOrUpdate(area, 0, (_, waiting) => waiting - 1) == 0)
            {
                _waiting.TryRemove(KeyValuePair.Create(area, 0));
            }
        }
    }
}
