using Hub.Contracts;

namespace Hub.Storage.Tests;

public sealed class SqliteErasureTests(SqliteFixture fixture) : ErasureContract(fixture), IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task The_bytes_of_a_tenants_key_are_in_the_files_before_and_not_after()
    {
        var stream = Make.Stream();
        await fixture.Store.AppendNext(stream, Make.Note(Guid.NewGuid(), Make.Identity(Guid.NewGuid(), "navn")));
        var wrapped = fixture.Store.Sqlite!.Query("select wrapped from tenant_keys where tenant = $1", row => row.GetFieldValue<byte[]>(0), stream.Tenant).Single();
        Assert.True((await fixture.DumpBytes()).AsSpan().IndexOf(wrapped) >= 0);

        await fixture.Store.Erasures.EndTenant(stream.Tenant, default);

        Assert.True((await fixture.DumpBytes()).AsSpan().IndexOf(wrapped) < 0);
    }

    [Fact]
    public async Task A_copy_of_the_file_from_before_an_erasure_forgets_again_when_it_is_put_back()
    {
        using var folder = new TempFolder();
        var keys = TenantKeyRing.Parse(TenantKeyRing.Generate("test"));
        var (stream, person) = (Make.Stream(), Guid.NewGuid());
        await using (var store = Open("hub.db"))
        {
            await store.Migrate();
            await store.AppendNext(stream, Make.Note(Guid.NewGuid(), Make.Identity(person, "Hemmelig Hansen")));
            foreach (var end in (string[])["", "-wal"])
                File.Copy(folder.File("hub.db" + end), folder.File("backup.db" + end));
            await store.AppendOrFail(Make.Append(stream, await store.ReadHead(stream, default)) with { Keys = [new KeyChange.DropOwner(person)] });
        }

        await using var restored = Open("backup.db");
        await restored.Migrate();
        var wrapped = restored.Sqlite!.Query("select wrapped from subject_keys", row => row.GetFieldValue<byte[]>(0)).Single();
        Assert.True((await SqliteFixture.ReadBytes(folder.Path, "backup.db*")).AsSpan().IndexOf(wrapped) >= 0);
        await restored.Erasures.Replay(default);

        Assert.True((await SqliteFixture.ReadBytes(folder.Path, "backup.db*")).AsSpan().IndexOf(wrapped) < 0);
        Assert.Null(((NoteAdded)Assert.Single(await restored.ReadAll(stream)).Event).Text.Value);

        HubStore Open(string file) => HubStore.Open($"sqlite:{folder.File(file)}", keys, TimeProvider.System, erasures: folder.File("erasures"));
    }
}
