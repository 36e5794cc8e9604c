using System.Runtime.Versioning;
using Hub.Contracts;
using Hub.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Tests;

public sealed class SqliteEventLogTests(SqliteFixture fixture) : EventLogContract(fixture), IClassFixture<SqliteFixture>
{
    private static readonly TenantKeyRing Keys = TenantKeyRing.Parse(TenantKeyRing.Generate("test"));
    private readonly Guid person = Guid.NewGuid();

    [Fact]
    public async Task The_bytes_of_a_dropped_key_are_in_the_files_before_and_not_after()
    {
        var stream = Make.Stream();
        var item = Guid.NewGuid();
        await fixture.Store.AppendNext(stream, Make.Note(Guid.NewGuid(), Make.Identity(person, "navn")), Make.Note(Guid.NewGuid(), Make.Text(person, "tekst", item)));
        // Pages of the key tables split, and splits leave copies behind.
        for (var i = 0; i < 40; i++)
            await fixture.Store.AppendNext(stream, [.. Enumerable.Range(0, 20).Select(_ => Make.Note(Guid.NewGuid(), "andre nøgler"))]);
        var wrapped = await Wrapped("select wrapped from subject_keys where owner = $1 union all select wrapped from item_keys where item = $2", person, item);
        Assert.Equal([true, true], await InFiles(wrapped));

        await fixture.Store.AppendOrFail(Make.Append(stream, await fixture.Store.ReadHead(stream, default)) with { Keys = [new KeyChange.DropOwner(person)] });

        Assert.Equal([false, false], await InFiles(wrapped));
        Assert.Equal("andre nøgler", ((NoteAdded)(await fixture.Store.ReadAll(stream))[^1].Event).Text.Value);
    }

    [Fact]
    public async Task Keys_dropped_just_before_a_crash_vanish_when_the_store_is_opened_again()
    {
        using var folder = new TempFolder();
        await using var store = await OpenMigrated(folder, "hub.db");
        await store.AppendNext(Make.Stream(), Make.Note(Guid.NewGuid(), Make.Identity(person, "navn")));
        var wrapped = store.Sqlite!.Query("select wrapped from subject_keys", row => row.GetFieldValue<byte[]>(0)).Single();
        await store.Sqlite.Writer.Run((_, t) => store.Sqlite.Writer.Statements.Execute(t, "update subject_keys set wrapped = null"));
        CopyAsCrashed(folder);
        Assert.True(await Holds(folder, wrapped));

        await using var crashed = await OpenMigrated(folder, "crashed.db");

        Assert.False(await Holds(folder, wrapped));
    }

    [Fact]
    public async Task A_dropped_key_that_a_reader_kept_in_the_files_is_gone_after_the_next_append()
    {
        using var folder = new TempFolder();
        await using var store = await OpenMigrated(folder, "crashed.db");
        var stream = Make.Stream();
        await store.AppendNext(stream, Make.Note(Guid.NewGuid(), Make.Identity(person, "navn")));
        var wrapped = store.Sqlite!.Query("select wrapped from subject_keys", row => row.GetFieldValue<byte[]>(0)).Single();
        await using (var reader = new SqliteConnection(store.Sqlite.ReadConnectionString))
        {
            await reader.OpenAsync();
            await using var reading = reader.BeginTransaction(deferred: true);
            await using var command = reader.CreateCommand();
            command.CommandText = "select count(*) from events";
            await command.ExecuteScalarAsync();
            await store.AppendOrFail(Make.Append(stream, await store.ReadHead(stream, default)) with { Keys = [new KeyChange.DropOwner(person)] });
            Assert.True(await Holds(folder, wrapped));
        }

        await store.AppendNext(Make.Stream(), Make.PickedUp());

        Assert.False(await Holds(folder, wrapped));
    }

    [Fact]
    public async Task What_a_crash_leaves_behind_holds_every_acknowledged_append()
    {
        using var folder = new TempFolder();
        var stream = Make.Stream();
        await using var store = await OpenMigrated(folder, "hub.db");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => store.AppendNext(Make.Stream(stream.Tenant), Make.PickedUp())));
        await store.AppendNext(stream, Make.PickedUp());

        CopyAsCrashed(folder);

        await using var crashed = await OpenMigrated(folder, "crashed.db");
        Assert.Single(await crashed.ReadAll(stream));
        Assert.Equal(51, (await crashed.ReadHeads(default)).Count);
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_is_refused_until_the_first_has_closed()
    {
        using var folder = new TempFolder();
        await using (await OpenMigrated(folder, "hub.db"))
        {
            var refusal = Assert.Throws<DataFolderInUseException>(() => HubStore.Open($"sqlite:{folder.File("hub.db")}", Keys, TimeProvider.System));
            Assert.Contains(folder.Path, refusal.Message, StringComparison.Ordinal);
        }

        await using var second = await OpenMigrated(folder, "hub.db");
        Assert.True(await second.IsReady());
    }

    [Fact]
    public async Task Deadlines_fall_due_by_the_clock_of_the_host()
    {
        using var folder = new TempFolder();
        var clock = new MovableClock(Make.Now);
        await using var store = HubStore.Open($"sqlite:{folder.File("hub.db")}", Keys, clock);
        await store.Migrate();
        var deadline = new Deadline(DeadlineKind.CaseTarget, Guid.NewGuid(), Make.Now.AddHours(2).AddTicks(1));
        await store.AppendOrFail(Make.Append(Make.Stream(), default) with { SetDeadlines = [deadline] });

        clock.Now = Make.Now.AddHours(2);
        Assert.Empty(await store.ReadDueDeadlines(10, default));
        Assert.Equal(clock.Now, (await store.NextDeadline(default)).Now);

        clock.Now = Make.Now.AddHours(2).AddMicroseconds(1);
        Assert.Equal(deadline, Assert.Single(await store.ReadDueDeadlines(10, default)).Deadline);
    }

    [Fact]
    public async Task A_store_that_has_not_been_migrated_is_not_ready()
    {
        using var folder = new TempFolder();
        await using var store = HubStore.Open($"sqlite:{folder.File("hub.db")}", Keys, TimeProvider.System);

        Assert.False(await store.IsReady());
    }

    [Fact]
    public async Task A_store_that_a_newer_build_has_migrated_is_left_alone()
    {
        using var folder = new TempFolder();
        await using var store = await OpenMigrated(folder, "hub.db");
        await store.Sqlite!.Writer.Run((_, t) => store.Sqlite.Writer.Statements.Execute(t, "insert into schema_versions values (9999, 'senere', '')"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Migrate());
        Assert.False(await store.IsReady());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void The_files_are_readable_by_their_owner_only()
    {
        Assert.All(Directory.GetFiles(fixture.Folder), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
    }

    /// <summary>What is on disk while the store is open is what a crash would leave.</summary>
    private static void CopyAsCrashed(TempFolder folder)
    {
        foreach (var file in (string[])["", "-wal"])
            File.Copy(folder.File("hub.db" + file), folder.File("crashed.db" + file));
    }

    private static async Task<bool> Holds(TempFolder folder, byte[] wanted) =>
        (await SqliteFixture.ReadBytes(folder.Path, "crashed.db*")).AsSpan().IndexOf(wanted) >= 0;

    private static async Task<HubStore> OpenMigrated(TempFolder folder, string file)
    {
        var store = HubStore.Open($"sqlite:{folder.File(file)}", Keys, TimeProvider.System);
        await store.Migrate();
        return store;
    }

    private Task<List<byte[]>> Wrapped(string sql, Guid owner, Guid item) =>
        Task.FromResult(fixture.Store.Sqlite!.Query(sql, row => row.GetFieldValue<byte[]>(0), owner, item));

    private async Task<IEnumerable<bool>> InFiles(List<byte[]> wanted)
    {
        var bytes = await fixture.DumpBytes();
        return wanted.Select(w => bytes.AsSpan().IndexOf(w) >= 0);
    }
}
