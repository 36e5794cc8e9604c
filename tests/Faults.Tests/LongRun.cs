using System.Globalization;

namespace Hub.Faults.Tests;

/// <summary>The same for as long as one likes: <c>Hub.Faults.Tests --minutes 30</c>.</summary>
internal static class LongRun
{
    public static async Task<int> Go(string[] args)
    {
        if (args is not ["--minutes", var text] || !double.TryParse(text, CultureInfo.InvariantCulture, out var minutes))
        {
            await Console.Error.WriteLineAsync("usage: Hub.Faults.Tests --minutes N");
            return 2;
        }

        var outcome = await FaultRun.Run(TimeSpan.FromMinutes(minutes), what => Console.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {what}"));
        foreach (var fault in outcome.Faults)
        {
            Console.WriteLine($"not so: {fault}");
        }

        Console.WriteLine($"{outcome.Acknowledged} commands acknowledged, {outcome.Applied} changes applied, {outcome.Faults.Count} faults");
        return outcome.Faults.Count == 0 ? 0 : 1;
    }
}
