using System.Text;
using Hub.Contracts;

namespace Hub.Storage.Tests;

/// <summary>What is erased stays erased, whatever is put back. Each database adds only how to open one, and where its bytes lie.</summary>
public abstract class ErasureContract(StoreFixture fixture)
{
    private readonly StreamKey stream = Make.Stream();
    private readonly Guid person = Guid.NewGuid();
    private readonly Guid caseId = Guid.NewGuid();

    private HubStore Log => fixture.Store;

    [Fact]
    public async Task What_is_erased_stands_on_the_list_before_the_append_is_acknowledged_without_a_word_of_it()
    {
        await Named("Hemmelig Hansen");

        var append = await Erase();

        var line = Mine().Single();
        Assert.Equal((stream, person), (line.Stream, Assert.IsType<KeyChange.DropOwner>(Assert.Single(line.Keys)).Owner));
        Assert.Equal(append.Events[0].Recorded.CommandId, Assert.Single(line.Events).CommandId);
        Assert.Equal([person], Assert.IsType<PersonsErased>(line.Events[0].Event).PersonIds);
        Assert.DoesNotContain("Hansen", await ListText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_a_restore_brings_back_is_dropped_again()
    {
        await Named("Hemmelig Hansen");
        await Save();
        await Erase();
        await PutBack();
        Assert.Contains("Hemmelig Hansen", await Texts());

        var again = await Log.Erasures.Replay(default);

        Assert.True(again >= 1);
        Assert.All(await Texts(), Assert.Null);
        Assert.Equal(0, await Log.Erasures.Replay(default));
    }

    [Fact]
    public async Task What_moved_to_the_case_moves_again_and_is_not_lost()
    {
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "navn")), Make.Note(caseId, Make.Text(person, "det der blev set")));
        await Save();
        var forgotten = Make.Append(stream, await Log.ReadHead(stream, default), new IdentityForgotten(caseId, [person]));
        await Log.AppendOrFail(forgotten with { Keys = [new KeyChange.Rewrap(person, caseId), new KeyChange.DropOwner(person)] });
        await PutBack();
        await fixture.Meddle("delete from subject_keys where owner = $1", caseId);

        await Log.Erasures.Replay(default);

        Assert.Equal([null, "det der blev set"], await Texts());
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_short_is_passed_over_and_the_next_is_whole()
    {
        await Named("navn");
        await Erase();
        await fixture.Reopen();
        await File.AppendAllTextAsync(Directory.GetFiles(fixture.Erasures.Path).Order().First(), "{\"at\":\"2026");
        await Log.AppendOrFail(Make.Append(stream, await Log.ReadHead(stream, default), new PersonsErased(caseId, [caseId])) with { Keys = [new KeyChange.DropOwner(caseId)] });

        Assert.Equal(2, Mine().Count());
    }

    [Fact]
    public async Task Where_the_writer_was_cut_off_before_the_list_whoever_asks_for_the_receipt_puts_it_there_and_once()
    {
        await Named("Hemmelig Hansen");
        var command = (await Erase()).Events[0].Recorded.CommandId;
        await LoseList();

        await Log.FindReceipt(stream, command, default);
        await Log.FindReceipt(stream, command, default);

        var line = Mine().Single();
        Assert.Equal((person, command), (Assert.IsType<KeyChange.DropOwner>(Assert.Single(line.Keys)).Owner, Assert.Single(line.Events).CommandId));
    }

    [Fact]
    public async Task The_same_goes_for_a_correction_of_which_only_the_key_is_listed()
    {
        await Named("Forkert Hansen");
        var (old, right) = (((NoteAdded)(await Log.ReadAll(stream))[1].Event).Text.Item!.Value, Make.Text(person, "Rigtig Hansen"));
        var append = Make.Append(stream, await Log.ReadHead(stream, default), new TextCorrected(caseId, old, right)) with { Keys = [new KeyChange.DropItem(old)] };
        await Log.AppendOrFail(append);
        await LoseList();

        await Log.FindReceipt(stream, append.Events[0].Recorded.CommandId, default);
        await Log.FindReceipt(stream, append.Events[0].Recorded.CommandId, default);

        var line = Mine().Single();
        Assert.Equal(old, Assert.IsType<KeyChange.DropItem>(Assert.Single(line.Keys)).Item);
        Assert.Empty(line.Events);
        Assert.DoesNotContain("Hansen", await ListText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_that_takes_a_key_away_is_among_those_that_are_held_against_the_list() => Assert.Equal(
        SampleEvents.All.Where(e => KeyChanges.Of(e).Any()).Select(EventNames.Of).Distinct().Order(StringComparer.Ordinal),
        EventQuery.IsErasure.Split('\'').Where((_, i) => i % 2 == 1).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_lost_head_puts_nothing_on_the_list()
    {
        await Named("navn");

        await Log.Append(Make.Append(stream, default, new PersonsErased(caseId, [person])) with { Keys = [new KeyChange.DropOwner(person)] }, default);

        Assert.Empty(Mine());
    }

    [Fact]
    public async Task The_log_shows_each_erasure_with_a_hash_that_a_changed_row_does_not_have()
    {
        await Named("navn");
        await Erase();
        var proof = Assert.Single(await Log.Erasures.Read(stream, default));
        await fixture.Meddle("update events set data = replace(data, $3, $4) where tenant = $1 and stream = $2 and type = 'personsErased'", stream.Tenant, stream.Stream, $"{person}", $"{caseId}");
        var changed = Assert.Single(await Log.Erasures.Read(stream, default));

        Assert.Equal([person], Assert.IsType<PersonsErased>(proof.Recorded.Event).PersonIds);
        Assert.Equal(64, proof.Hash.Length);
        Assert.NotEqual(proof.Hash, changed.Hash);
    }

    [Fact]
    public async Task The_end_of_a_tenant_takes_all_of_its_texts_and_leaves_other_tenants_alone()
    {
        var neighbour = Make.Stream();
        await Named("Hemmelig Hansen");
        await Log.AppendNext(neighbour, Make.Note(caseId, Make.Identity(person, "der")));
        await Log.AppendOrFail(Make.Append(stream, await Log.ReadHead(stream, default)) with { SetDeadlines = [new Deadline(DeadlineKind.TaskDue, caseId, Make.Now)] });

        await Log.Erasures.EndTenant(stream.Tenant, default);

        Assert.All(await Texts(), Assert.Null);
        Assert.Equal(["der"], (await Log.ReadAll(neighbour)).Select(e => ((NoteAdded)e.Event).Text.Value));
        Assert.DoesNotContain(await Log.ReadDueDeadlines(int.MaxValue, default), d => d.Stream == stream);
        await fixture.Reopen();
        Assert.All(await Texts(), Assert.Null);
        await Assert.ThrowsAsync<TenantEndedException>(() => Named("igen"));
    }

    [Fact]
    public async Task A_tenants_key_that_a_restore_brings_back_is_dropped_again()
    {
        await Named("Hemmelig Hansen");
        await Save();
        await fixture.Meddle("create table saved_tenants as select * from tenant_keys");
        await Log.Erasures.EndTenant(stream.Tenant, default);
        await PutBack();
        await fixture.Meddle("update tenant_keys set wrapped = (select s.wrapped from saved_tenants s where s.tenant = tenant_keys.tenant) where tenant = $1", stream.Tenant);
        await fixture.Meddle("drop table saved_tenants");
        await fixture.Reopen();
        Assert.Contains("Hemmelig Hansen", await Texts());

        await Log.Erasures.Replay(default);

        Assert.All(await Texts(), Assert.Null);
    }

    private Task Named(string name) => Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, name)), Make.Note(caseId, Make.Text(person, name)));

    private async Task<Append> Erase()
    {
        var append = Make.Append(stream, await Log.ReadHead(stream, default), new PersonsErased(caseId, [person])) with { Keys = [new KeyChange.DropOwner(person)] };
        await Log.AppendOrFail(append);
        return append;
    }

    /// <summary>A backup of the keys, as somebody with access to the database would take it.</summary>
    private async Task Save()
    {
        foreach (var table in (string[])["subject_keys", "item_keys"])
        {
            await fixture.Meddle($"drop table if exists saved_{table}");
            await fixture.Meddle($"create table saved_{table} as select * from {table}");
        }
    }

    private async Task PutBack()
    {
        foreach (var table in (string[])["subject_keys", "item_keys"])
        {
            await fixture.Meddle($"delete from {table} where tenant = $1", stream.Tenant);
            await fixture.Meddle($"insert into {table} select * from saved_{table} where tenant = $1", stream.Tenant);
            await fixture.Meddle($"drop table saved_{table}");
        }
    }

    private async Task LoseList()
    {
        await fixture.Reopen();
        Array.ForEach(Directory.GetFiles(fixture.Erasures.Path), File.Delete);
    }

    private IEnumerable<Erased> Mine() => Log.Erasures.Listed().Where(e => e.Stream == stream);

    private async Task<string> ListText()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(fixture.Erasures.Path))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private async Task<IEnumerable<string?>> Texts() => (await Log.ReadAll(stream)).Select(e => e.Event).OfType<NoteAdded>().Select(n => n.Text.Value);
}
