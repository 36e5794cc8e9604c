using System.Globalization;

namespace Hub.Domain.Texts;

/// <summary>One phone number: its digits however they are spaced, with or without the country code.</summary>
internal sealed class PhonePattern
{
    private const int DanishLength = 8;
    private const int WidestGap = 3;

    // The longest spelling first, so that the country code is hidden too.
    private readonly string[] spellings;

    private PhonePattern(string digits) =>
        spellings = digits.Length == DanishLength ? ["0045" + digits, "45" + digits, digits] : [digits];

    /// <summary>The numbers of a field: "20 30 40 50 / 60 70 80 90" holds two. Fewer than eight digits are no phone number.</summary>
    public static IEnumerable<PhonePattern> Of(string field) =>
        field.Split([',', ';', '/']).Select(part => string.Concat(part.Where(char.IsAsciiDigit))).SelectMany(Numbers)
            .Select(digits => new PhonePattern(digits));

    public IEnumerable<(int Start, int End)> Find(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && char.IsAsciiDigit(text[at - 1]))) continue;
            var end = spellings.Select(digits => EndOf(text, at, digits)).FirstOrDefault(e => e > 0);
            if (end > 0) yield return (at > 0 && text[at - 1] == '+' ? at - 1 : at, end);
        }
    }

    private static IEnumerable<string> Numbers(string digits)
    {
        var number = WithoutCountryCode(digits);
        if (number.Length < DanishLength) return [];
        return number.Length % DanishLength == 0 ? number.Chunk(DanishLength).Select(eight => new string(eight)) : [number];
    }

    private static string WithoutCountryCode(string digits) => digits switch
    {
        { Length: DanishLength + 2 } when digits.StartsWith("45", StringComparison.Ordinal) => digits[2..],
        { Length: DanishLength + 4 } when digits.StartsWith("0045", StringComparison.Ordinal) => digits[4..],
        _ => digits,
    };

    private static int EndOf(string text, int at, string digits)
    {
        foreach (var digit in digits)
        {
            var gap = 0;
            while (at < text.Length && gap < WidestGap && IsSpacing(text[at])) (at, gap) = (at + 1, gap + 1);
            if (at == text.Length || text[at] != digit) return -1;
            at++;
        }
        return at < text.Length && char.IsAsciiDigit(text[at]) ? -1 : at;
    }

    private static bool IsSpacing(char letter) => letter is '-' or '.' or '/' or '(' or ')' ||
        char.GetUnicodeCategory(letter) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control;
}
