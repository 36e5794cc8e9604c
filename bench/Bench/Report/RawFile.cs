using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Bench.Statistics;

namespace Hub.Bench.Report;

/// <summary>Every value of every round, as JSON.</summary>
internal static class RawFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // What is measured against nothing is infinite, and void.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static async Task Write(string path, DateTimeOffset began, Machine machine, Pace pace, bool quick, IReadOnlyList<Figure> figures)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var all = new
        {
            began,
            machine,
            pace,
            quick,
            figures = figures.Select(f => new { f.Name, f.Unit, f.Bar, f.Median, f.Lowest, f.Highest, verdict = f.Void ? "void" : f.Verdict.ToString(), f.Values, f.Parts }),
        };
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(all, Options));
    }
}
