using System.Text.RegularExpressions;

namespace Hub.Web.Tests.Architecture;

/// <summary>What docs/security.md and docs/privacy.md rest on is there, and no requirement is left out.</summary>
public partial class SecurityDocumentTests
{
    /// <summary>How many requirements of level 1 and of level 2 each chapter of ASVS 5.0.0 has.</summary>
    private static readonly (int First, int Second)[] Chapters =
    [
        (8, 19), (4, 7), (8, 11), (2, 8), (4, 5), (13, 22), (6, 12), (4, 3), (4, 3), (5, 24), (3, 11), (3, 6), (1, 12), (2, 7), (3, 10), (0, 16), (0, 7),
    ];

    private static readonly string[] States = ["met", "part", "not", "operator", "n/a"];

    private static readonly IReadOnlyList<Row> Rows =
        [.. Requirement().Matches(Repository.Read("docs/security.md")).Select(m => new Row(m.Groups[1].Value, m.Groups[2].Value, m.Groups[4].Value, m.Groups[5].Value))];

    private static readonly HashSet<string> Classes =
        [.. Repository.Files.Where(f => f.StartsWith("tests/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(f => Class().Matches(Repository.Read(f))).Select(m => m.Groups[1].Value)];

    [Theory]
    [InlineData("docs/security.md")]
    [InlineData("docs/privacy.md")]
    public void Every_test_and_file_that_a_document_names_is_there(string document)
    {
        var named = Quoted().Matches(Repository.Read(document)).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.Contains(named, IsClass);
        Assert.Contains(named, IsFile);
        Assert.DoesNotContain(named, n => IsClass(n) && !Classes.Contains(n));
        Assert.DoesNotContain(named, n => IsFile(n) && !Exists(n));
    }

    [Fact]
    public void Every_requirement_of_levels_1_and_2_stands_there_once()
    {
        var counted = Rows.GroupBy(r => int.Parse(r.Id.Split('.')[0], null)).OrderBy(c => c.Key).Select(c => (c.Count(r => r.Level == "1"), c.Count(r => r.Level == "2")));

        Assert.Equal(Chapters, counted);
        Assert.Equal(Rows.Count, Rows.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void What_is_met_is_shown_by_something_and_what_is_not_says_what_is_missing()
    {
        Assert.All(Rows, r => Assert.Contains(r.State, States));
        Assert.DoesNotContain(Rows, r => r.State == "met" && !Quoted().Matches(r.How).Any(m => IsClass(m.Groups[1].Value) || IsFile(m.Groups[1].Value)));
        Assert.DoesNotContain(Rows, r => r.How.Length < 3);
    }

    [Fact]
    public void The_sum_is_the_sum_of_the_rows() => Assert.Contains(
        string.Join(", ", States.Select(s => $"{Rows.Count(r => r.State == s)} {s}")), Repository.Read("docs/security.md"), StringComparison.Ordinal);

    private static bool IsClass(string name) => TestClass().IsMatch(name);

    private static bool IsFile(string name) => FilePath().IsMatch(name);

    private static bool Exists(string name) =>
        name.Contains('/') ? Repository.Files.Any(f => f == name || f.StartsWith($"{name}/", StringComparison.Ordinal)) : Repository.Files.Any(f => Path.GetFileName(f) == name);

    private sealed record Row(string Id, string Level, string State, string How);

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \| (\d) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Requirement();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("^[A-Z][A-Za-z]+(Tests|Contract)$")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^((src|tests|docs)/[\w./-]+|[\w.-]+\.(cs|razor|md|txt|json|props))$")]
    private static partial Regex FilePath();

    [GeneratedRegex(@"\bclass (\w+(?:Tests|Contract))\b")]
    private static partial Regex Class();
}
