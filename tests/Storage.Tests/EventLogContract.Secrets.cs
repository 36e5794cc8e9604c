using System.Security.Cryptography;
using System.Text;
using Hub.Contracts;

namespace Hub.Storage.Tests;

public abstract partial class EventLogContract
{
    private readonly Guid person = Guid.NewGuid();
    private readonly Guid caseId = Guid.NewGuid();

    [Fact]
    public async Task Secrets_are_read_back_and_stand_nowhere_in_the_store()
    {
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "Hemmelig Hansen")), Make.Note(caseId, Make.Text(person, "Råbte æøå i opgangen")));

        Assert.Equal(["Hemmelig Hansen", "Råbte æøå i opgangen"], await Texts());
        var stored = await fixture.DumpBytes();
        Assert.True(stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes("noteAdded")) >= 0, "The search finds what is there.");
        Assert.True(stored.AsSpan().IndexOf("Hemmelig"u8) < 0);
        Assert.True(stored.AsSpan().IndexOf("Råbte"u8) < 0);
        Assert.True(stored.AsSpan().IndexOf("opgangen"u8) < 0);
    }

    [Fact]
    public async Task A_later_append_and_another_node_use_the_same_keys()
    {
        var item = Guid.NewGuid();
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "Prøve Prøvesen")), Make.Note(caseId, Make.Text(person, "én tekst", item)));
        await fixture.SecondNode.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "Prøve P. Prøvesen")), Make.Note(caseId, Make.Text(person, "samme tekst", item)));

        Assert.Equal(["Prøve Prøvesen", "én tekst", "Prøve P. Prøvesen", "samme tekst"], await Texts());
    }

    [Fact]
    public async Task Nodes_that_make_the_same_owners_key_at_once_end_up_with_one()
    {
        var tenant = Guid.NewGuid();
        var streams = Enumerable.Range(0, 24).Select(_ => Make.Stream(tenant)).ToList();

        await Task.WhenAll(streams.Select(async (one, i) =>
        {
            var append = Make.Append(one, default, Make.Note(caseId, Make.Identity(person, $"navn {i}")));
            while (await (i % 2 == 0 ? Log : fixture.SecondNode).Append(append, default) == AppendResult.Conflict)
            {
            }
        }));

        foreach (var (one, i) in streams.Select((one, i) => (one, i)))
            Assert.Equal($"navn {i}", Assert.Single(await TextsOf(one)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_begins_under_a_key_that_is_there_after_all_is_a_conflict_and_finds_it_the_second_time(bool dropped)
    {
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "navn")));
        if (dropped)
            await Change(new KeyChange.DropOwner(person));
        var head = await Log.ReadHead(stream, default);
        var opened = new MatterOpened(
            Guid.NewGuid(), 1, null, Kontor.Ejendomskontor, Kontor.Bestyrelseskontor, Make.Text(person, "titel"), Make.Text(person, "resumé"), Make.Now);
        var append = Make.Append(stream, head, opened);

        Assert.Equal(AppendResult.Conflict, await Log.Append(append, default));
        Assert.Equal(head, await Log.ReadHead(stream, default));
        Assert.Equal(AppendResult.Done, await Log.Append(append with { LockHead = true }, default));

        Assert.Equal(dropped ? null : "resumé", ((MatterOpened)(await Log.ReadAll(stream))[^1].Event).Summary.Value);
    }

    [Fact]
    public async Task Dropping_a_person_takes_everything_under_the_persons_key_and_nothing_else()
    {
        var other = Guid.NewGuid();
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "navn")), Make.Note(caseId, Make.Text(person, "tekst")), Make.Note(caseId, Make.Identity(other, "anden")), Make.Note(caseId, Make.Text(other, "andens")));

        await Change(new KeyChange.DropOwner(person));

        Assert.Equal([null, null, "anden", "andens"], await Texts());
    }

    [Fact]
    public async Task Dropping_one_text_leaves_the_rest()
    {
        var item = Guid.NewGuid();
        await Log.AppendNext(stream, Make.Note(caseId, Make.Text(person, "forkert", item)), Make.Note(caseId, Make.Text(person, "rigtig")), Make.Note(caseId, Make.Identity(person, "navn")));

        await Change(new KeyChange.DropItem(item));

        Assert.Equal([null, "rigtig", "navn"], await Texts());
    }

    [Fact]
    public async Task Rewrapped_texts_outlive_the_person_they_stood_under()
    {
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "navn")), Make.Note(caseId, Make.Text(person, "det der blev set")));

        await Change(new KeyChange.DropOwner(person), new KeyChange.Rewrap(person, caseId));

        Assert.Equal([null, "det der blev set"], await Texts());
        await Change(new KeyChange.DropOwner(caseId));
        Assert.Equal([null, null], await Texts());
    }

    [Fact]
    public async Task A_dropped_key_never_comes_back()
    {
        var item = Guid.NewGuid();
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "før")), Make.Note(caseId, Make.Text(caseId, "før", item)));
        await Change(new KeyChange.DropOwner(person), new KeyChange.DropItem(item));

        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "efter")), Make.Note(caseId, Make.Text(person, "efter")), Make.Note(caseId, Make.Text(caseId, "efter", item)));

        Assert.All(await Texts(), Assert.Null);
    }

    [Fact]
    public async Task A_person_dropped_before_the_first_secret_stays_dropped()
    {
        await Change(new KeyChange.DropOwner(person));

        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "navn")));

        Assert.All(await Texts(), Assert.Null);
    }

    [Fact]
    public async Task Texts_of_the_append_that_drops_their_person_are_gone_with_the_others()
    {
        var append = Make.Append(stream, default, Make.Note(caseId, Make.Identity(person, "navn")), Make.Note(caseId, Make.Text(person, "tekst")));

        await Log.AppendOrFail(append with { Keys = [new KeyChange.DropOwner(person)] });

        Assert.Equal([null, null], await Texts());
    }

    [Fact]
    public async Task A_lost_head_drops_no_key()
    {
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "navn")));
        var stale = Make.Append(stream, default) with { Keys = [new KeyChange.DropOwner(person)] };

        Assert.Equal(AppendResult.Conflict, await Log.Append(stale, default));

        Assert.Equal(["navn"], await Texts());
    }

    [Fact]
    public async Task Another_tenants_key_of_the_same_owner_is_another_key()
    {
        var elsewhere = Make.Stream();
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "her")));
        await Log.AppendNext(elsewhere, Make.Note(caseId, Make.Identity(person, "der")));

        await Change(new KeyChange.DropOwner(person));

        Assert.Equal([null], await Texts());
        Assert.Equal(["der"], await TextsOf(elsewhere));
    }

    [Fact]
    public async Task Ciphertext_moved_to_another_event_is_found_out()
    {
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "den ene")), Make.Note(caseId, Make.Identity(person, "den anden")));

        await fixture.Meddle(
            "update events set data = (select data from events where tenant = $1 and stream = $2 and seq = 1) where tenant = $1 and stream = $2 and seq = 2",
            stream.Tenant, stream.Stream);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Log.ReadAll(stream));
    }

    [Theory]
    [InlineData("\"c\":\"A", "\"c\":\"B")]
    [InlineData("\"f\":\"name\"", "\"f\":\"text\"")]
    public async Task A_changed_secret_is_found_out_and_the_exception_holds_none_of_it(string from, string to)
    {
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "Hemmelig Hansen")));

        await fixture.Meddle("update events set data = replace(data, $3, $4) where tenant = $1 and stream = $2", stream.Tenant, stream.Stream, from, to);

        var exception = await Assert.ThrowsAnyAsync<CryptographicException>(() => Log.ReadAll(stream));
        Assert.DoesNotContain("Hemmelig", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("events", "heads", "subject_keys")]
    [InlineData("events", "heads", "subject_keys", "tenant_keys")]
    public async Task What_is_moved_to_another_tenant_cannot_be_read_there(params string[] tables)
    {
        var thief = Make.Stream();
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "Hemmelig Hansen")));
        if (!tables.Contains("tenant_keys"))
            await Log.AppendNext(thief, Make.Note(caseId, Make.Identity(Guid.NewGuid(), "egen")));

        foreach (var table in tables)
            await fixture.Meddle($"update {table} set tenant = $2 where tenant = $1", stream.Tenant, thief.Tenant);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Log.ReadAll(stream with { Tenant = thief.Tenant }));
    }

    [Fact]
    public async Task A_secret_without_a_value_makes_no_key()
    {
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "x").Forgotten()));

        Assert.Equal([null], await Texts());
        await Log.AppendNext(stream, Make.Note(caseId, Make.Identity(person, "nu med navn")));
        Assert.Equal([null, "nu med navn"], await Texts());
    }

    private async Task Change(params KeyChange[] changes) => await Log.AppendOrFail(await NextEmpty() with { Keys = changes });

    private Task<IEnumerable<string?>> Texts() => TextsOf(stream);

    private async Task<IEnumerable<string?>> TextsOf(StreamKey one) =>
        (await Log.ReadAll(one)).Select(e => ((NoteAdded)e.Event).Text.Value);
}
