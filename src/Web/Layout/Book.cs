using System.Globalization;
using System.Resources;

namespace Hub.Web.Layout;

/// <summary>The words of one part of the product in the reader's language: a pair of .resx files, Danish and English.</summary>
/// <param name="name">Where the files lie within Web, e.g. <c>Features.Cases.CaseWords</c>.</param>
internal sealed class Book(string name)
{
    private readonly ResourceManager words = new($"Hub.Web.{name}", typeof(Book).Assembly);

    public string this[string key] => Find(key) ?? key;

    /// <summary>The words of a key that may have none.</summary>
    public string? Find(string key) => words.GetString(key, CultureInfo.CurrentUICulture);

    public string With(string key, params object?[] values) => string.Format(CultureInfo.CurrentUICulture, this[key], values);

    /// <summary>Singular or plural: <c>key.one</c> or <c>key.other</c>, with the number as {0}.</summary>
    public string Count(string key, long number) => With(number == 1 ? $"{key}.one" : $"{key}.other", number);
}
