using System.Text;
using Hub.Contracts;

namespace Hub.Domain.Texts;

/// <summary>
/// Finds the people of a case in a text: names, street and number, phone. It serves every check and every mask.
/// It cannot catch everything: a nickname, a description or a misspelling goes through.
/// </summary>
public sealed class PersonMatcher
{
    private const string Hidden = "▇▇▇";

    private readonly List<NamePattern> names = [];
    private readonly List<StreetPattern> streets = [];
    private readonly List<PhonePattern> phones = [];

    private PersonMatcher()
    {
    }

    /// <param name="people">Whom to look for; forgotten fields are skipped.</param>
    /// <param name="places">No part of a name that is one of these words matches alone.</param>
    public static PersonMatcher For(IEnumerable<Identity> people, PlaceWords places)
    {
        var matcher = new PersonMatcher();
        foreach (var person in people)
        {
            if (person.Name?.Value is { } name) matcher.names.Add(NamePattern.Of(name, places));
            if (person.Address?.Value is { } address && StreetPattern.Of(address) is { } street) matcher.streets.Add(street);
            if (person.Phone?.Value is { } phone) matcher.phones.AddRange(PhonePattern.Of(phone));
        }
        return matcher;
    }

    /// <summary>Whether any of the people is named in the text.</summary>
    public bool Matches(string? text) => !string.IsNullOrEmpty(text) && Find(text).Any();

    /// <summary>The text with every mention replaced; empty for no text.</summary>
    public string Mask(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var masked = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var (start, end) in Find(text).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.End))
        {
            if (start >= copied) masked.Append(text, copied, start - copied).Append(Hidden);
            copied = Math.Max(copied, end);
        }
        return masked.Append(text, copied, text.Length - copied).ToString();
    }

    private IEnumerable<(int Start, int End)> Find(string text)
    {
        var words = Words.Of(text);
        return names.SelectMany(name => name.Find(words))
            .Concat(streets.SelectMany(street => street.Find(text, words)))
            .Concat(phones.SelectMany(phone => phone.Find(text)));
    }
}
