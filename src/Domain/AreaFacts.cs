using Hub.Contracts;
using Hub.Domain.Texts;
using Hub.Domain.Time;

namespace Hub.Domain;

/// <summary>What a decision may know of the area around it: its rules, its people at work, its doors.</summary>
public sealed record AreaFacts
{
    public AreaFacts(OmraadeSettings settings, IReadOnlyList<Membership> members, IReadOnlyList<Lejemaal> lejemaal, IReadOnlyList<string> placeNames, TimeZoneInfo zone)
    {
        Settings = settings;
        Members = members;
        Lejemaal = lejemaal.ToDictionary(l => l.Id);
        Places = PlaceWords.Of(placeNames);
        Calendar = new WorkCalendar(zone, settings);
        Missing = Contracts.Kontorer.Alle & ~members.Where(m => m.Kontor is not null).Aggregate(Kontorer.Ingen, (set, m) => set | m.Kontor!.Value.AsSet());
        HasLeader = members.Any(m => m is { Rolle: Rolle.Leder, Kontor: not null and not Kontor.Bestyrelseskontor });
    }

    public OmraadeSettings Settings { get; }

    /// <summary>How long the boligorganisation keeps what has ended.</summary>
    public Deletion.Slettefrister Slettefrister { get; init; } = Deletion.Slettefrister.Standard;

    public IReadOnlyList<Membership> Members { get; }

    public IReadOnlyDictionary<Guid, Lejemaal> Lejemaal { get; }

    /// <summary>Street names, addresses and the area's own name: words that do not point at a person.</summary>
    public PlaceWords Places { get; }

    public WorkCalendar Calendar { get; }

    /// <summary>Offices nobody works in here.</summary>
    public Kontorer Missing { get; }

    public bool HasLeader { get; }

    public bool WorksIn(Guid userId, Kontor kontor) => Members.Any(m => m.UserId == userId && m.Kontor == kontor);
}

/// <summary>What comes in with a command: who, when, the id that new ids derive from, and the area around it.</summary>
public sealed record Context(Membership Actor, Guid CommandId, DateTimeOffset Now, AreaFacts Area)
{
    /// <summary>The events of the case, for a command about one of its texts; otherwise none.</summary>
    public IReadOnlyList<Recorded> History { get; init; } = [];

    public Access.Viewer Viewer => Access.Viewer.Of(Actor, Area);

    /// <summary>A new id, the same one when the command is decided on again.</summary>
    public Guid NewId(string name) => CommandIds.Derive(CommandId, name);

    public Secret Text(Guid owner, string field, string value) => new(owner, NewId("text/" + field), field, value);
}
