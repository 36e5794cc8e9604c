using System.Collections.Concurrent;
using Hub.Domain;

namespace Hub.Grains;

/// <summary>An area's facts, made once and again when its tenant changes something.</summary>
internal sealed class AreaFactsCache : IDisposable
{
    private readonly ConcurrentDictionary<Guid, AreaFacts> _facts = new();
    private readonly ITenantDirectory _directory;
    private readonly TimeZoneInfo _zone;
    private readonly Lock _gate = new();
    private int _drops;

    public AreaFactsCache(ITenantDirectory directory, TimeZoneInfo zone)
    {
        _directory = directory;
        _zone = zone;
        directory.Changed += Drop;
    }

    public AreaFacts Of(Guid omraadeId)
    {
        AreaFacts? facts;
        while (!_facts.TryGetValue(omraadeId, out facts))
        {
            var drops = Volatile.Read(ref _drops);
            facts = Make(omraadeId);
            if (Keep(omraadeId, facts, drops))
            {
                break;
            }
        }

        return facts;
    }

    public void Dispose() => _directory.Changed -= Drop;

    public void Drop(Guid omraadeId)
    {
        lock (_gate)
        {
            _drops++;
            _facts.TryRemove(omraadeId, out _);
        }
    }

    /// <summary>Not where something was dropped meanwhile: it may be what these were made of.</summary>
    private bool Keep(Guid omraadeId, AreaFacts facts, int drops)
    {
        lock (_gate)
        {
            if (drops == _drops)
            {
                _facts[omraadeId] = facts;
            }

            return drops == _drops;
        }
    }

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
