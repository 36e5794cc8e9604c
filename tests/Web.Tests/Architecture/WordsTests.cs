using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hub.Contracts;

namespace Hub.Web.Tests.Architecture;

/// <summary>Every word on screen lies in the resources, in Danish and in English, and nothing lies there that is not said.</summary>
public partial class WordsTests
{
    private static readonly IReadOnlyList<string> Books =
        [.. Repository.Files.Where(f => f.EndsWith(".resx", StringComparison.Ordinal) && !f.EndsWith(".en.resx", StringComparison.Ordinal))];

    private static readonly IReadOnlyList<string> Sources =
        [.. Repository.Files.Where(f => f.StartsWith("src/Web/", StringComparison.Ordinal) && Path.GetExtension(f) is ".cs" or ".razor")];

    private static readonly HashSet<string> Keys = [.. Books.SelectMany(b => Read(b).Keys)];

    private static readonly IReadOnlyList<string> Literals = [.. Sources.SelectMany(s => Literal().Matches(Repository.Read(s)).Select(m => m.Value))];

    [Fact]
    public void Danish_and_English_have_the_same_keys_and_all_say_something() => None(
        from book in Books
        let danish = Read(book)
        let english = Read(English(book))
        from key in danish.Keys.Union(english.Keys)
        where string.IsNullOrWhiteSpace(danish.GetValueOrDefault(key)) || string.IsNullOrWhiteSpace(english.GetValueOrDefault(key))
        select $"{book}: {key}");

    [Fact]
    public void Danish_and_English_leave_room_for_the_same_values() => None(
        from book in Books
        let english = Read(English(book))
        from word in Read(book)
        where !Places(word.Value).SetEquals(Places(english[word.Key]))
        select $"{book}: {word.Key}");

    [Fact]
    public void Every_key_that_is_asked_for_is_there() => None(
        from source in Sources
        from Match asked in Asked().Matches(Repository.Read(source))
        let key = asked.Groups["key"].Value
        where asked.Groups["how"].Value == "Count" ? !Keys.Contains($"{key}.one") || !Keys.Contains($"{key}.other") : !Keys.Contains(key)
        select $"{source}: {key}");

    [Fact]
    public void No_key_lies_unused()
    {
        var said = Literals.Where(l => l[0] != '$').Select(l => l.Trim('"')).ToHashSet();
        var shapes = Literals.Where(l => l[0] == '$').Select(Shape).OfType<Regex>().ToList();

        None(
            from book in Books
            from key in Read(book).Keys
            let stem = Plural().Replace(key, "")
            where !said.Contains(key) && !said.Contains(stem) && !IsEnumValue(key) && !shapes.Exists(s => s.IsMatch(key) || s.IsMatch(stem))
            select $"{book}: {key}");
    }

    [Fact]
    public void An_enum_with_words_has_one_for_each_value() => None(
        from type in typeof(Kontor).Assembly.GetExportedTypes()
        where type.IsEnum && Keys.Any(k => k.StartsWith($"{type.Name}.", StringComparison.Ordinal))
        from value in Enum.GetNames(type)
        where !Keys.Contains($"{type.Name}.{value}")
        select $"{type.Name}.{value}");

    [Fact]
    public void No_page_says_what_does_not_lie_in_the_resources() => None(
        from page in Sources
        where page.EndsWith(".razor", StringComparison.Ordinal)
        from Match spoken in Spoken().Matches(Code().Replace(Repository.Read(page), ""))
        where spoken.Groups[1].Value.Trim() is not ("Hub" or "– Hub")
        select $"{page}: {spoken.Groups[1].Value.Trim()}");

    private static void None(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static Dictionary<string, string> Read(string book) =>
        XDocument.Parse(Repository.Read(book)).Descendants("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string English(string book) => Path.ChangeExtension(book, ".en.resx");

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    private static bool IsEnumValue(string key) =>
        key.Split('.') is [var type, var value] && typeof(Kontor).Assembly.GetType($"Hub.Contracts.{type}") is { IsEnum: true } found && Enum.GetNames(found).Contains(value);

    /// <summary>A key put together from parts: what it must look like. Null when it could be anything.</summary>
    private static Regex? Shape(string interpolated)
    {
        var parts = Hole().Split(interpolated[2..^1]);
        return parts.Any(p => p.Count(char.IsLetter) > 1) && parts.All(p => KeyPart().IsMatch(p)) ? new Regex($"^{string.Join(".+", parts.Select(Regex.Escape))}$") : null;
    }

    [GeneratedRegex("""\$?"(?:[^"\\\n]|\\.)*"(?!\w)""")]
    private static partial Regex Literal();

    [GeneratedRegex("""(?:(?<![.\w])|Words\.)(?:Text|W)(?:\[|\.(?<how>With|Count)\()"(?<key>[^"{]+)"|\bLabels\.(?<how>Text|With|Count)\("(?<key>[^"{]+)"|\bProblem\.Text\("(?<key>[^"{]+)"\)""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\.(one|other)$")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^[\w.]*$")]
    private static partial Regex KeyPart();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();

    [GeneratedRegex(@"@code \{.*|@\*.*?\*@|<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@">([^<>@{}()=;]*\p{L}{2}[^<>@{}()=;]*)</")]
    private static partial Regex Spoken();
}
