using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hub.Storage;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Durability;

/// <summary>One process on its own file; how several on PostgreSQL are killed stands in Faults.Tests.</summary>
public sealed class KillTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _key = $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Every_acknowledged_flag_is_there_exactly_once_after_the_process_was_killed_in_their_midst() =>
        KillInTheMidst($"sqlite:{_folder.File("hub.db")}");

    [Fact]
    public async Task A_process_told_to_stop_answers_what_it_has_taken_in_and_turns_the_rest_away()
    {
        var (stream, database) = (new FlagStream(), $"sqlite:{_folder.File("hub.db")}");
        using (var hub = await HubProcess.Start(_folder.Path, database, _key, null, ("HUB_DRAIN", "3")))
        {
            using var watching = await LiveLine.Open(hub.Address);
            using var client = new HttpClient { BaseAddress = hub.Address };
            await stream.SendUntilBroken(hub.Address, 200, async () =>
            {
                await hub.Terminate();
                await watching.Ended();
                using var ready = await client.GetAsync("/health/ready");
                using var late = await client.GetAsync("/login");
                Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (ready.StatusCode, late.StatusCode));
                Assert.NotNull(late.Headers.RetryAfter);
            });
            Assert.Equal(0, await hub.Exit());
        }

        await NothingIsLostOrDoubled(database, stream);
    }

    private async Task KillInTheMidst(string database)
    {
        var stream = new FlagStream();
        using (var hub = await HubProcess.Start(_folder.Path, database, _key))
        {
            await stream.SendUntilBroken(hub.Address, 200, hub.Kill);
        }

        await NothingIsLostOrDoubled(database, stream);
    }

    private async Task NothingIsLostOrDoubled(string database, FlagStream stream)
    {
        using (var hub = await HubProcess.Start(_folder.Path, database, _key))
        {
            await TheSameAnswerComesAgain(hub, stream);
            await EachStandsInTheWorkspaceOnce(hub, stream);
            await hub.Kill();
        }

        await TheLogHasNoGap(database);
    }

    private static async Task TheSameAnswerComesAgain(HubProcess hub, FlagStream stream)
    {
        using var client = await FlagStream.SignIn(hub.Address);
        foreach (var key in stream.Sent)
        {
            var answer = await FlagStream.Repeat(client, key);
            Assert.True(!stream.Acknowledged.TryGetValue(key, out var first) || first == answer, "An acknowledged flag was answered differently.");
        }
    }

    private static async Task EachStandsInTheWorkspaceOnce(HubProcess hub, FlagStream stream)
    {
        using var client = await FlagStream.SignIn(hub.Address);
        var workspace = JsonNode.Parse(await client.GetStringAsync(Session.In(Session.Nordlyset, "workspace")))!;
        var descriptions = new List<string>();
        foreach (var caseId in workspace["cases"]!.AsArray().Select(c => c!["caseId"]!.GetValue<Guid>()))
        {
            var view = JsonNode.Parse(await client.GetStringAsync(Session.In(Session.Nordlyset, $"cases/{caseId}")))!;
            descriptions.Add(view["description"]?.GetValue<string>() ?? "");
        }

        var ours = stream.Sent.Select(FlagStream.Description).Order().ToList();
        Assert.Equal(ours, descriptions.Where(ours.Contains).Order());
    }

    private async Task TheLogHasNoGap(string database)
    {
        await using var store = HubStore.Open(database, TenantKeyRing.Parse(_key), TimeProvider.System);
        foreach (var (stream, head) in await store.ReadHeads(default))
        {
            var seqs = new List<long>();
            await foreach (var recorded in store.Read(stream, 0, default))
            {
                seqs.Add(recorded.Seq);
            }

            Assert.Equal(Enumerable.Range(1, (int)head.Seq).Select(i => (long)i), seqs);
        }
    }
}
