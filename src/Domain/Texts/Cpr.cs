using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Domain.Texts;

/// <summary>CPR numbers in free text: a landlord may not keep one without consent or law (databeskyttelsesloven § 11 stk. 2).</summary>
public static partial class Cpr
{
    /// <summary>Whether a CPR number stands in the text. Modulus 11 is not asked for: numbers without it are given out since 2007.</summary>
    public static bool Contains(string? text) =>
        !string.IsNullOrEmpty(text) && Candidates().Matches(text).Any(m => IsBirthday(m.ValueSpan[..6]));

    // A candidate is a whole run of digits, so two of them never overlap and none hides another.
    [GeneratedRegex(@"(?<!\d)[0-9]{6}[ \u00A0\u202F\-\u2010\u2011\u2013]?[0-9]{4}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Candidates();

    private static bool IsBirthday(ReadOnlySpan<char> ddmmyy)
    {
        var (day, month, year) = (Number(ddmmyy[..2]), Number(ddmmyy[2..4]), Number(ddmmyy[4..6]));
        // 2000 was a leap year and 1800 and 1900 were not, so this century allows every 29 February that the others do.
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000 + year, month);
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
