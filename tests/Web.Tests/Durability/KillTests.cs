using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hub.Storage;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Durability;

public sealed class KillTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _key = $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Every_acknowledged_flag_is_there_exactly_once_after_the_process_was_killed_in_their_midst() =>
        KillInTheMidst($"sqlite:{_folder.File("hub.db")}");

    [Fact]
    public async Task Every_acknowledged_flag_is_there_exactly_once_on_PostgreSQL_too()
    {
        var database = await PostgresTestDatabase.Create();
        await KillInTheMidst(database.Address);
        await database.Drop();
    }

    private async Task KillInTheMidst(string database)
    {
        var stream = new FlagStream();
        using (var hub = await HubProcess.Start(_folder.Path, database, _key))
        {
            await stream.SendUntilBroken(hub.Address, 200, hub.Kill);
        }

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
