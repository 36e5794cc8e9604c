using System.Collections;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Contracts;

namespace Hub.Domain.Tests.Confidentiality;

/// <summary>Made-up words that occur nowhere else, so that a leak can be seen in any view: W… marks a text, X… a person.</summary>
internal static partial class Whisper
{
    private const string Letters = "bcdfghjklm";

    public static string Text(int number) => Word('W', number);

    public static string Name(int number) => Word('X', number);

    public static IEnumerable<string> In(string text) => Words().Matches(text).Select(m => m.Value).Distinct();

    /// <summary>Everything that an event says.</summary>
    public static IEnumerable<string> In(Event e) => Secrets(e).SelectMany(s => In(s.Value ?? "")).Distinct();

    private static IEnumerable<Secret> Secrets(object? value) => value switch
    {
        null or string => [],
        Secret secret => [secret],
        IEnumerable many => many.Cast<object>().SelectMany(Secrets),
        Event or LegalBasis or Identity or Part => value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.GetMethod!.IsStatic is false)
            .SelectMany(p => Secrets(p.GetValue(value))),
        _ => [],
    };

    private static string Word(char first, int number)
    {
        var word = new StringBuilder().Append(first);
        for (var i = 0; i < 5; i++, number /= Letters.Length)
        {
            word.Append(Letters[number % Letters.Length]);
        }

        return word.ToString();
    }

    [GeneratedRegex("[WX][bcdfghjklm]{5}")]
    private static partial Regex Words();
}
