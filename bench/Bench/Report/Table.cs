using System.Globalization;
using Hub.Bench.Statistics;

namespace Hub.Bench.Report;

/// <summary>Figures as a table, in Markdown.</summary>
internal static class Table
{
    public static string Of(IEnumerable<Figure> figures, bool quick) => string.Join('\n',
    [
        "| figure | bar | median | spread | verdict | of |",
        "|---|---|---|---|---|---|",
        .. figures.Select(f => Line(f, quick)),
    ]);

    /// <summary>Three digits that say something.</summary>
    public static string Number(double value) => value switch
    {
        >= 1000 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    private static string Line(Figure f, bool quick) =>
        $"| {f.Name} | {Limit(f)} | {Text(f.Median, f)} | {Number(f.Lowest)} – {Number(f.Highest)} | {Words(f, quick)} | {Parts(f)} |";

    private static string Limit(Figure f) => f.Bar is { } bar ? $"{(bar.IsMost ? "≤" : "≥")} {Text(bar.Value, f)}" : "";

    private static string Text(double value, Figure f) => $"{Number(value)} {f.Unit}".TrimEnd();

    private static string Words(Figure f, bool quick) => f.Void ? "void" : f.Verdict == Verdict.None ? "" : f.Verdict.ToString().ToLowerInvariant() + (quick ? " (quick)" : "");

    private static string Parts(Figure f) => string.Join(", ", f.Parts.Select(p => $"{p.Key} {Number(Samples.Median(p.Value))}"));
}
