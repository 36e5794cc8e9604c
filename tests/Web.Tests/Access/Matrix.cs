using System.Text.RegularExpressions;

namespace Hub.Web.Tests.Access;

/// <summary>One cell of the approved matrix: what a role's call comes to towards a thing it has a relation to.</summary>
internal sealed record Cell(string Role, string Thing, string Relation, string Call, string Expected);

/// <summary>The approved file, read: blocks of <c>== role: thing</c> with a column per relation and a row per call.</summary>
internal static partial class Matrix
{
    public static IReadOnlyList<Cell> Cells { get; } = [.. Read()];

    public static IEnumerable<string> Roles => Cells.Select(c => c.Role).Distinct();

    private static IEnumerable<Cell> Read()
    {
        (string Role, string Thing, string[] Relations)? block = null;
        foreach (var line in File.ReadLines("AccessMatrix.approved.txt"))
        {
            var parts = Gap().Split(line.Trim());
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                var name = parts[0][3..].Split(": ");
                block = (name[0], name[1], parts[1..]);
            }
            else if (block is { } b && line.Length > 0)
            {
                Assert.True(parts.Length == b.Relations.Length + 1, $"{b.Role}: {line}");
                for (var i = 0; i < b.Relations.Length; i++)
                {
                    yield return new Cell(b.Role, b.Thing, b.Relations[i], parts[0], parts[i + 1]);
                }
            }
        }
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();
}
