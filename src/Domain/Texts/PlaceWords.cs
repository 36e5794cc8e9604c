using System.Collections.Frozen;

namespace Hub.Domain.Texts;

/// <summary>The words of an area's street names, addresses and names. Worked out once: an area has thousands of doors.</summary>
public sealed class PlaceWords
{
    private readonly FrozenSet<string> sounds;

    private PlaceWords(IEnumerable<string> sounds) => this.sounds = sounds.ToFrozenSet(StringComparer.Ordinal);

    public static PlaceWords Of(IEnumerable<string> names) => new(names.SelectMany(Words.Of).Select(w => w.Sound));

    internal bool Contains(string sound) => sounds.Contains(sound);
}
