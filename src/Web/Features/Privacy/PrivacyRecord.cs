using System.Text;

namespace Hub.Web.Features.Privacy;

/// <summary>
/// <c>./hub privacy</c>: the record of processing (GDPR art. 30) of this version of Hub, its tables made from the catalogue. docs/privacy.md
/// is this text.
/// </summary>
internal static class PrivacyRecord
{
    public const string Verb = "privacy";

    public static async Task<int> Run(TextWriter output)
    {
        await output.WriteAsync(Write());
        return 0;
    }

    public static string Write()
    {
        using var prose = new StreamReader(typeof(PrivacyRecord).Assembly.GetManifestResourceStream("privacy-record")!);
        return prose.ReadToEnd()
            .Replace("{{fields}}", Fields(), StringComparison.Ordinal)
            .Replace("{{codes}}", Codes(), StringComparison.Ordinal)
            .Replace("{{tables}}", Tables(), StringComparison.Ordinal);
    }

    private static string Fields() => Table(
        ["Field", "What stands there", "What for", "Who is shown it", "Key"],
        PersonalFields.All.Select(f => new[] { $"`{f.In.Name}.{f.Name}`", f.Holds, f.For, f.Seen, Word(f.Under) }));

    private static string Codes() => Table(
        ["Code", "What it tells"], PersonalCodes.All.Select(c => new[] { $"`{c.Type.Name}`", c.Tells }));

    private static string Tables() => Table(["Table", "About people", "Gone"], KeptTables.All.Select(t => new[] { $"`{t.Name}`", t.Holds, t.Gone }));

    private static string Word(KeyKind key) => key switch
    {
        KeyKind.Person => "the person's",
        KeyKind.Text => "its own",
        _ => "none",
    };

    private static string Table(string[] heads, IEnumerable<string[]> rows)
    {
        var table = new StringBuilder();
        foreach (var row in rows.Prepend([.. heads.Select(_ => "---")]).Prepend(heads))
        {
            table.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return table.ToString().TrimEnd('\n');
    }
}
