using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Bench.Site;

/// <summary>PostgreSQL's own load program: one prepared insert a transaction.</summary>
internal static partial class Pgbench
{
    public static Task Prepare(BenchSite site) =>
        site.Beside.Run("create table if not exists rows (id uuid primary key, omraade uuid not null, at timestamptz not null, data text not null)");

    /// <summary>Transactions per second.</summary>
    public static async Task<double> Insert(BenchSite site, int clients, TimeSpan length)
    {
        using var folder = new TempFolder();
        var script = folder.File("insert.sql");
        await File.WriteAllTextAsync(script, $"insert into rows (id, omraade, at, data) values (gen_random_uuid(), gen_random_uuid(), now(), '{new string('x', site.FlagBytes)}');\n");
        var address = new Uri(site.Beside.Address);
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(PostgresCluster.FindBinaries(), "pgbench"))
        {
            ArgumentList =
            {
                "--no-vacuum", "--protocol=prepared", $"--client={clients}", "--jobs=2", $"--time={Math.Ceiling(length.TotalSeconds)}", $"--file={script}",
                "--host=127.0.0.1", $"--port={address.Port}", "--username=postgres", address.AbsolutePath.Trim('/'),
            },
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        // In a short warm-up on a busy machine it may not get that far.
        return Tps().Match(said) is { Success: true } tps ? double.Parse(tps.Groups[1].Value, CultureInfo.InvariantCulture)
            : process.ExitCode == 0 ? 0
            : throw new InvalidOperationException($"pgbench said: {said}");
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();
}
