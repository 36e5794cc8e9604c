using System.Globalization;
using System.Text;

namespace Hub.Domain.Texts;

/// <summary>A word or a number of a text: where it stands and how it sounds.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last character.</param>
/// <param name="Sound">Lower case without accents; digits as they are.</param>
internal readonly record struct Word(int Start, int End, string Sound)
{
    public bool IsNumber => char.IsAsciiDigit(Sound[0]);

    /// <summary>Whether it is the given word, or its genitive ("Jensens").</summary>
    public bool Is(string sound) =>
        Sound == sound || (Sound.Length == sound.Length + 1 && Sound[^1] == 's' && Sound.StartsWith(sound, StringComparison.Ordinal));
}

/// <summary>Cuts a text into words and numbers that compare whatever the case, the accents and the spelling of å, æ and ø.</summary>
internal static class Words
{
    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
                words.Add(new Word(at, end, text[at..end]));
            }
            else
            {
                while (end < text.Length && IsPartOfWord(text[end])) end++;
                if (end > at && Fold(text[at..end]) is { Length: > 0 } sound) words.Add(new Word(at, end, sound));
            }
            at = Math.Max(end, at + 1);
        }
        return words;
    }

    /// <summary>å and aa sound as a, ø, ö and oe as o, æ as ae: the ways one name is written on different keyboards.</summary>
    public static string Fold(string word)
    {
        var plain = new StringBuilder(word.Length + 1);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (!char.IsLetter(letter)) continue;
            plain.Append(char.ToLowerInvariant(letter) switch
            {
                'ø' => "o",
                'æ' => "ae",
                'ß' => "ss",
                'đ' or 'ð' => "d",
                'ł' => "l",
                'ı' => "i",
                var other => other.ToString(),
            });
        }
        return plain.Replace("aa", "a").Replace("oe", "o").ToString();
    }

    // Marks and invisible characters (a soft hyphen, a zero-width joiner) neither end a word nor are part of its sound.
    private static bool IsPartOfWord(char letter) =>
        char.IsLetter(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
