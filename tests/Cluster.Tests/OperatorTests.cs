using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Hub.Grains;
using Hub.Grains.InProcess;
using Hub.Grains.Tenants;
using Hub.Storage;
using Hub.Web.Demo;
using Npgsql;

namespace Hub.Cluster.Tests;

/// <summary>What an operator is told of silos: on the page of any Web process, and by OTLP.</summary>
public sealed partial class OperatorTests(SiloProcesses processes) : IClassFixture<SiloProcesses>
{
    [Fact]
    public async Task The_page_shows_each_silo_with_its_areas_and_what_it_answered()
    {
        await Flag(0, 5);
        await Flag(1, 1);
        var before = await Silos();
        await Flag(0, 5);
        var after = await Silos();

        Assert.Equal(processes.Silos.Order(StringComparer.Ordinal), after.Select(s => s.Silo));
        // The two that were written to, and the demo's third where a deadline has woken it.
        Assert.InRange(after.Sum(s => s.Areas), 2, 3);
        Assert.Contains(after.Zip(before), s => s.First.Answered >= s.Second.Answered + 5);
        // Each area that is awake was woken and read there.
        Assert.All(after, s => Assert.True(s.Activations >= s.Areas && s.CaughtUp >= s.Areas));
        Assert.True(after.Sum(s => s.Activations) >= 2);
    }

    [Fact]
    public async Task The_page_shows_what_waits_and_nobody_who_does()
    {
        Task<HttpResponseMessage> waiting;
        await using (await HoldHead())
        {
            waiting = FlagUntilTaken();
            while ((await Silos()).Sum(s => s.Waiting) == 0)
            {
                Assert.False(waiting.IsCompleted);
            }
        }

        Assert.Equal(HttpStatusCode.Created, (await waiting).StatusCode);
        Assert.False(IsPersonal(await processes.Drift()));
    }

    [Fact]
    public async Task The_page_shows_that_somebody_else_wrote_first()
    {
        await Flag(0, 1);
        var before = (await Silos()).Sum(s => s.Conflicts);

        await WriteBehindTheirBacks();
        await Flag(0, 1);

        Assert.True((await Silos()).Sum(s => s.Conflicts) > before);
    }

    [Fact]
    public async Task Silos_send_metrics_and_traces_by_OTLP_and_nobody_is_in_them()
    {
        await Flag(0, 1);

        await processes.Told.Until(r => r.Path == "/v1/metrics" && r.Body.Contains("hub.command.duration", StringComparison.Ordinal));
        await processes.Told.Until(r => r.Path == "/v1/traces" && r.Body.Contains("hub.append", StringComparison.Ordinal));

        Assert.All(processes.Told.Received, r => Assert.Contains("hub-silo", r.Body, StringComparison.Ordinal));
        Assert.DoesNotContain(processes.Told.Received, r => IsPersonal(r.Body));
    }

    private static bool IsPersonal(string text) =>
        new[] { "Hemmelig", "Gardinerne", "nordbo", "Nordlyset" }.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private async Task Flag(int area, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await processes.Flag(area);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> FlagUntilTaken()
    {
        var answer = await processes.Flag(0);
        while (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            answer = await processes.Flag(0);
        }

        return answer;
    }

    /// <summary>Nobody can write to the first area until the connection is closed.</summary>
    private async Task<NpgsqlConnection> HoldHead()
    {
        var connection = new NpgsqlConnection(processes.Database.AdminConnectionString);
        await connection.OpenAsync();
        await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("select from heads where stream = $1 for update", connection) { Parameters = { new() { Value = SiloProcesses.Omraade(0) } } };
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>A process of the default edition on the same database.</summary>
    private async Task WriteBehindTheirBacks()
    {
        await using var store = HubStore.Open(processes.Database.Address, TenantKeyRing.Parse(processes.Key), TimeProvider.System);
        var signal = new CommitSignal();
        using var directory = new TenantDirectory(store, signal, TimeProvider.System);
        await directory.Follow(default);
        using var engine = new InProcessBoligomraader(
            store, new AreaSnapshots(store.Snapshots, e => throw e), directory, signal, TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"));
        var member = directory.Find(DemoIds.User("ejendom@nordbo.example"), SiloProcesses.Omraade(0))!;
        Assert.NotNull((await engine.Execute(member, new Request(Guid.NewGuid(), [1], Hub.Grains.Tests.Flags.Of()), default)).Receipt);
    }

    private async Task<List<SiloLine>> Silos() =>
    [
        .. Line().Matches(await processes.Drift()).Select(m => new SiloLine(m.Groups["silo"].Value, Number(m, "areas"), Number(m, "waiting"), Number(m, "answered"), Number(m, "conflicts"), Number(m, "activations"), Number(m, "caughtUp"))),
    ];

    private static long Number(Match match, string name) => long.Parse(match.Groups[name].Value, NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("da"));

    [GeneratedRegex(@"<span>(?<silo>[0-9.:]+)</span><strong>(?<areas>[0-9.]+)\sområder?\s· (?<waiting>[0-9.]+)\sventer\s· (?<answered>[0-9.]+)\sbesvaret\s· (?<conflicts>[0-9.]+)\safgjort\sigen\s· (?<activations>[0-9.]+)\svækket\s· (?<caughtUp>[0-9.]+)\slæst\sfrem</strong>")]
    private static partial Regex Line();

    private sealed record SiloLine(string Silo, long Areas, long Waiting, long Answered, long Conflicts, long Activations, long CaughtUp);
}
