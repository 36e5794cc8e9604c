namespace Hub.Domain.Texts;

/// <summary>One person's street and number; floor and door are not needed to know whose door it is.</summary>
internal sealed class StreetPattern
{
    private readonly string[] street;
    private readonly string number;
    private readonly string? letter;

    private StreetPattern(string[] street, string number, string? letter)
    {
        this.street = street;
        this.number = number;
        this.letter = letter;
    }

    /// <summary>Null when the address has no street or no number.</summary>
    public static StreetPattern? Of(string address)
    {
        var words = Words.Of(address);
        var first = words.FindIndex(w => !w.IsNumber);
        // "1. Maj Allé 5": the house number is the first one after a word.
        var house = first < 0 ? -1 : words.FindIndex(first, w => w.IsNumber);
        if (house < 0) return null;
        var street = words.Take(house).Where(w => !IsNumberSign(w)).Select(w => w.Sound).ToArray();
        return new(street, words[house].Sound, LetterAfter(address, words, house, maySpace: true));
    }

    public IEnumerable<(int Start, int End)> Find(string text, List<Word> words)
    {
        for (var at = 0; at + street.Length < words.Count; at++)
        {
            if (!StreetStandsAt(words, at)) continue;
            var house = at + street.Length;
            if (IsNumberSign(words[house])) house++;
            if (house < words.Count && words[house].Sound == number && SameLetter(text, words, house))
            {
                yield return (words[at].Start, words[house].End);
            }
        }
    }

    private bool StreetStandsAt(List<Word> words, int at)
    {
        for (var i = 0; i < street.Length; i++)
        {
            if (words[at + i].Sound != street[i]) return false;
        }
        return true;
    }

    // "12" in a text may be short for 12B, but "12B" is another house than 12 or 12A.
    private bool SameLetter(string text, List<Word> words, int house) =>
        LetterAfter(text, words, house, maySpace: false) is not { } written || written == letter;

    private static string? LetterAfter(string text, List<Word> words, int house, bool maySpace)
    {
        if (house + 1 >= words.Count || words[house + 1] is not { Sound.Length: 1, IsNumber: false } next) return null;
        var gap = text.AsSpan(words[house].End, next.Start - words[house].End);
        return gap.IsEmpty || (maySpace && gap is " ") ? next.Sound : null;
    }

    private static bool IsNumberSign(Word word) => word.Sound is "nr" or "nummer" or "no";
}
