using System.Globalization;
using Hub.Bench;
using Hub.Bench.Report;
using Hub.Bench.Site;
using Hub.Bench.Statistics;
using Hub.Web.Tests.Architecture;

var began = DateTimeOffset.UtcNow;
var standard = Path.Combine(Repository.Root, "bench", "results", string.Create(CultureInfo.InvariantCulture, $"{began:yyyyMMdd-HHmmss}.json"));
if (Options.Read(args, standard) is not { } options)
{
    await Console.Error.WriteLineAsync($"{Options.Usage}\nNAME is one of: {string.Join(' ', Benchmarks.Names(cluster: false))}; with --cluster: {string.Join(' ', Benchmarks.Names(cluster: true))}");
    return 2;
}

var (machine, pace, figures) = (Machine.Here(), options.Quick ? Pace.Quick : Pace.Full, new List<Figure>());
await Console.Error.WriteLineAsync($"{machine.Processor}, {machine.Cores} cores, {machine.MemoryGb} GB; {machine.System}; load before: {machine.LoadBefore}");
await (options.Cluster ? Measure(EditionSite.Start, Benchmarks.OfCluster) : Measure(BenchSite.Start, Benchmarks.All));
Console.WriteLine(Table.Of(figures, options.Quick));
Console.WriteLine($"\n{options.Out}");
return 0;

async Task Measure<TSite>(Func<Task<TSite>> start, IReadOnlyList<Benchmark<TSite>> benchmarks) where TSite : IAsyncDisposable
{
    await using var site = await start();
    foreach (var benchmark in benchmarks.Where(b => options.Only.Count == 0 || options.Only.Contains(b.Name)))
    {
        await Console.Error.WriteLineAsync($"{DateTime.UtcNow:HH:mm:ss} {benchmark.Name}");
        figures.AddRange(await benchmark.Measure(site, pace));
        // After each: a run that is cut off has told what it knew.
        await RawFile.Write(options.Out, began, machine, pace, options.Quick, figures);
    }
}
