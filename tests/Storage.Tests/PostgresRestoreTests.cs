using Hub.Contracts;

namespace Hub.Storage.Tests;

/// <summary>Point-in-time recovery as docs/operations.md says it: a real base backup, a real archive, a restored server.</summary>
public sealed class PostgresRestoreTests : IDisposable
{
    private readonly TempFolder erasures = new();
    private readonly TenantKeyRing keys = TenantKeyRing.Parse(TenantKeyRing.Generate("test"));
    private readonly StreamKey stream = Make.Stream();
    private readonly Guid erased = Guid.NewGuid();
    private readonly Guid other = Guid.NewGuid();

    [Fact]
    public async Task A_restored_server_has_what_was_written_until_then_another_epoch_and_nobody_who_was_erased()
    {
        using var server = ArchivedServer.Start();
        string before;
        await using (var store = Open(server))
        {
            await store.Migrate();
            before = await store.ReadEpoch(default);
            await store.AppendNext(stream, Make.Note(Guid.NewGuid(), Make.Identity(erased, "Før kopien")));
            server.BackUp();
            await store.AppendNext(stream, Make.Note(Guid.NewGuid(), Make.Identity(other, "Efter kopien")));
            await server.Run("select pg_create_restore_point('here')");
            await store.AppendNext(stream, Make.PickedUp());
            await store.AppendOrFail(Make.Append(stream, await store.ReadHead(stream, default), new PersonsErased(Guid.NewGuid(), [erased])) with { Keys = [new KeyChange.DropOwner(erased)] });
        }

        await server.Restore("here");
        await using var restored = Open(server);
        await restored.Migrate();
        Assert.Equal("Før kopien", await Name(restored, 0));
        var again = await restored.Erasures.Replay(default);

        Assert.NotEqual(before, await restored.ReadEpoch(default));
        Assert.Equal(2, (await restored.ReadHead(stream, default)).Seq);
        Assert.Equal((1, null, "Efter kopien"), (again, await Name(restored, 0), await Name(restored, 1)));
        await restored.AppendNext(stream, Make.PickedUp());
        Assert.Equal(3, (await restored.ReadHead(stream, default)).Seq);
    }

    public void Dispose() => erasures.Dispose();

    private HubStore Open(ArchivedServer server) => HubStore.Open(server.Address, keys, TimeProvider.System, erasures: erasures.Path);

    private async Task<string?> Name(HubStore store, int at) => ((NoteAdded)(await store.ReadAll(stream))[at].Event).Text.Value;
}
