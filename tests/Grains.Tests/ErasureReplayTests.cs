using Hub.Contracts;
using Microsoft.Data.Sqlite;

namespace Hub.Grains.Tests;

/// <summary>What was erased is erased again after a restore, in the keys and in the log.</summary>
public sealed class ErasureReplayTests : IAsyncLifetime
{
    private Area _area = null!;
    private FlakyLog _log = null!;

    public async Task InitializeAsync() => _area = await Area.Open(store => _log = new FlakyLog(store));

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
        LoseList();

        Assert.Empty(_area.Store.Erasures.Listed());
        await Replay(_area.Engine);
        await Replay(_area.Engine);

        var erased = Assert.Single(_area.Store.Erasures.Listed());
        Assert.Equal(id, ((PersonsErased)Assert.Single(erased.Events).Event).CaseId);
        Assert.Single(erased.Keys);
    }

    [Fact]
    public async Task What_was_corrected_and_is_not_on_the_list_is_put_on_it_once_and_without_a_word_of_it()
    {
        var id = await _area.Boligsocial.Flag(beboer: Flags.Proevesen);
        await _area.Boligsocial.Do(new AddNote(id, "Hun drikker for meget", NoteAudience.Sagen, NoteKind.Note, null));
        var log = (await _area.Log()).Select(r => r.Event).ToList();
        var (person, item) = (log.OfType<CaseFlagged>().Single().Beboer!.PersonId, log.OfType<NoteAdded>().Single().Text.Item!.Value);
        await _area.Leder.Do(new CorrectText(id, item, "Hun er træt"));
        await _area.Dpo.Do(new CorrectIdentity(id, person, Flags.Proevesen with { Name = "Prøve Testesen" }));
        var before = _area.Store.Erasures.Listed().Select(e => e.Keys).ToList();
        LoseList();

        await Replay(_area.Engine);
        await Replay(_area.Engine);

        Assert.Equal(2, before.Count);
        Assert.Equal(before, _area.Store.Erasures.Listed().Select(e => e.Keys));
        Assert.All(_area.Store.Erasures.Listed(), e => Assert.Empty(e.Events));
    }

    [Fact]
    public async Task What_is_erased_by_an_append_whose_confirmation_is_lost_is_on_the_list_before_it_is_acknowledged()
    {
        var id = await _area.Ejendom.Flag(beboer: Flags.Proevesen);
        _log.LoseNextConfirmation(committed: true, LoseList);

        await _area.Dpo.Do(new ErasePersons(id));

        Assert.Equal(id, ((PersonsErased)Assert.Single(Assert.Single(_area.Store.Erasures.Listed()).Events).Event).CaseId);
    }

    /// <summary>As if nothing had come as far as the list. The store has its file open and goes on behind the empty lines.</summary>
    private void LoseList()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_area.Folder, "erasures")))
        {
            using var list = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            list.Write(Enumerable.Repeat((byte)'\n', (int)list.Length).ToArray());
        }
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
