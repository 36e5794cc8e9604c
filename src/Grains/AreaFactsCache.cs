using System.Collections.Concurrent;
using Hub.Domain;

namespace Hub.Grains;

/// <summary>An area's facts, made once and again when its tenant changes something.</summary>
internal sealed class AreaFactsCache : IDisposable
{
    private readonly ConcurrentDictionary<Guid, AreaFacts> _facts = new();
    private readonly ITenantDirectory _directory;
    private readonly TimeZoneInfo _zone;

    public AreaFactsCache(ITenantDirectory directory, TimeZoneInfo zone)
    {
        _directory = directory;
        _zone = zone;
        directory.Changed += Drop;
    }

    public AreaFacts Of(Guid omraadeId) => _facts.GetOrAdd(omraadeId, Make);

    public void Dispose() => _directory.Changed -= Drop;

    public void Drop(Guid omraadeId) => _facts.TryRemove(omraadeId, out _);

    private void Drop(Guid omraadeId, Guid? user) => Drop(omraadeId);

    private AreaFacts Make(Guid omraadeId)
    {
        var omraade = _directory.Omraade(omraadeId) ?? throw new InvalidOperationException("The area is not in the directory.");
        return new AreaFacts(
            omraade.Settings, _directory.Members(omraadeId), omraade.Lejemaal,
            [omraade.Name, .. omraade.Afdelinger, .. omraade.Lejemaal.Select(l => l.Address).Distinct()], _zone)
        {
            Slettefrister = omraade.Slettefrister,
        };
    }
}
