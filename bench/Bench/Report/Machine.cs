using System.Globalization;
using System.Runtime.InteropServices;

namespace Hub.Bench.Report;

/// <summary>What was measured on, and how busy it was with other things.</summary>
/// <param name="Processor">Its name.</param>
/// <param name="Cores">How many.</param>
/// <param name="MemoryGb">In all.</param>
/// <param name="System">Operating system and runtime.</param>
/// <param name="LoadBefore">The load of the minute before anything began: on an idle machine next to nothing.</param>
internal sealed record Machine(string Processor, int Cores, double MemoryGb, string System, double LoadBefore)
{
    public static Machine Here() => new(
        Value("/proc/cpuinfo", "model name"), Environment.ProcessorCount, Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9, 1),
        $"{Value("/etc/os-release", "PRETTY_NAME", '=').Trim('"')}, {RuntimeInformation.FrameworkDescription}",
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture));

    private static string Value(string file, string name, char separator = ':') =>
        File.ReadLines(file).Where(l => l.StartsWith(name, StringComparison.Ordinal)).Select(l => l.Split(separator, 2)[1].Trim()).FirstOrDefault("?");
}
