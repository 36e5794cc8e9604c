namespace Hub.Domain.Texts;

/// <summary>One person's name: its long parts alone, and the whole of it in any order.</summary>
internal sealed class NamePattern
{
    /// <summary>Shorter parts ("Bo", "Ali") are everyday words too often.</summary>
    private const int ShortestPart = 4;

    private readonly PlaceWords places;
    private readonly HashSet<string> single;
    private readonly List<string[]> together = [];

    private NamePattern(PlaceWords places, HashSet<string> single, string[] parts)
    {
        this.places = places;
        this.single = single;
        if (parts.Length > 1) together.Add(parts);
        if (parts.Length > 2) together.Add([parts[0], parts[^1]]);
    }

    public static NamePattern Of(string name, PlaceWords places)
    {
        var words = Words.Of(name).Where(w => !w.IsNumber).ToList();
        var single = words.Where(w => w.End - w.Start >= ShortestPart).Select(w => w.Sound)
            .Concat(Joined(name)).Where(part => !places.Contains(part));
        return new(places, single.ToHashSet(StringComparer.Ordinal), [.. words.Select(w => w.Sound)]);
    }

    public IEnumerable<(int Start, int End)> Find(List<Word> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (IsSingle(word)) yield return (word.Start, word.End);
            foreach (var parts in together)
            {
                if (StandsAt(words, at, parts)) yield return (word.Start, words[at + parts.Length - 1].End);
            }
        }
    }

    // "Abdul-Rahman" is also written "Abdulrahman".
    private static IEnumerable<string> Joined(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Contains('-', StringComparison.Ordinal))
            .Select(Words.Fold).Where(part => part.Length >= ShortestPart);

    private bool IsSingle(Word word) =>
        !places.Contains(word.Sound)
        && (single.Contains(word.Sound) || (word.Sound[^1] == 's' && single.Contains(word.Sound[..^1])));

    private static bool StandsAt(List<Word> words, int at, string[] parts)
    {
        if (at + parts.Length > words.Count) return false;
        var missing = new List<string>(parts);
        for (var i = at; i < at + parts.Length; i++)
        {
            var index = missing.FindIndex(words[i].Is);
            if (index < 0) return false;
            missing.RemoveAt(index);
        }
        return true;
    }
}
