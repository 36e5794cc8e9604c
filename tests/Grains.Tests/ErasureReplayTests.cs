using Hub.Contracts;
using Microsoft.Data.Sqlite;

namespace Hub.Grains.Tests;

/// <summary>What was erased is erased again after a restore, in the keys and in the log.</summary>
public sealed class ErasureReplayTests : IAsyncLifetime
{
    private Area _area = null!;

    public async Task InitializeAsync() => _area = await Area.Open();

    public async Task DisposeAsync() => await _area.DisposeAsync();

    [Fact]
    public async Task An_erasure_that_a_restore_took_out_of_the_log_is_written_again_and_once()
    {
        var id = await _area.Ejendom.Flag(beboer: Flags.Proevesen);
        await PutBack(_area.Dpo, new ErasePersons(id));
        Assert.DoesNotContain(await _area.Log(), r => r.Event is PersonsErased);
        var engine = _area.NewEngine();
        Assert.Equal("Prøve Prøvesen", (await Sees(id, engine))!.Card.Identity!.Name);

        await Replay(engine);
        await Replay(_area.NewEngine());

        Assert.Equal([id], (await _area.Log()).Select(r => r.Event).OfType<PersonsErased>().Select(e => e.CaseId));
        var seen = await Sees(id, engine);
        Assert.Equal((IdentityState.Ingen, null, null), (seen!.Card.Identity!.State, seen.Card.Identity.Name, seen.Description));
    }

    [Fact]
    public async Task A_case_that_the_restored_log_does_not_know_is_left_at_that()
    {
        Guid id = default;
        await PutBack(async () =>
        {
            id = await _area.Ejendom.Flag(beboer: Flags.Proevesen);
            await _area.Dpo.Do(new ErasePersons(id));
        });

        await Replay(_area.NewEngine());

        Assert.Empty(await _area.Log());
    }

    [Fact]
    public async Task What_the_log_knows_and_the_list_does_not_is_put_on_it()
    {
        var id = await _area.Ejendom.Flag(beboer: Flags.Proevesen);
        await _area.Dpo.Do(new ErasePersons(id));
        foreach (var file in Directory.GetFiles(Path.Combine(_area.Folder, "erasures")))
        {
            await using var list = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            list.SetLength(0);
        }

        Assert.Empty(_area.Store.Erasures.Listed());
        await Replay(_area.Engine);
        await Replay(_area.Engine);

        var erased = Assert.Single(_area.Store.Erasures.Listed());
        Assert.Equal(id, ((PersonsErased)Assert.Single(erased.Events).Event).CaseId);
        Assert.Single(erased.Keys);
    }

    private Task Replay(IBoligomraader engine) => new ErasureReplay(_area.Store, _area.Store.Erasures, _area.Directory, engine).Run(default);

    private async Task<CaseView?> Sees(Guid id, IBoligomraader engine) => (await engine.ReadCase(_area.Ejendom.Member, id, default))?.Staff;

    private Task PutBack(Person by, Command command) => PutBack(() => by.Do(command));

    /// <summary>Takes a backup, lets something happen, and puts the backup back.</summary>
    private async Task PutBack(Func<Task> meanwhile)
    {
        var backup = Path.Combine(_area.Folder, "backup.db");
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_area.Folder, "hub.db")};Pooling=false");
        await connection.OpenAsync();
        await Run($"vacuum into '{backup}'; attach '{backup}' as backup");
        await meanwhile();
        foreach (var table in (string[])["heads", "events", "receipts", "deadlines", "subject_keys", "item_keys"])
        {
            await Run($"delete from main.{table} where tenant = x'{Convert.ToHexString(_area.Tenant.ToByteArray(bigEndian: true))}'; insert or ignore into main.{table} select * from backup.{table}");
        }

        async Task Run(string sql)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of this test
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }
}
