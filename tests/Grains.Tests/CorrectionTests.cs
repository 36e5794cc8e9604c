using Hub.Contracts;
using Microsoft.Data.Sqlite;

namespace Hub.Grains.Tests;

/// <summary>What was wrong is gone from the bytes (GDPR art. 16): its key is dropped in the transaction of the correction.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private Area _area = null!;

    public async Task InitializeAsync() => _area = await Area.Open();

    public async Task DisposeAsync() => await _area.DisposeAsync();

    [Fact]
    public async Task The_key_of_a_corrected_text_is_on_the_disk_before_and_not_after()
    {
        var c = await _area.Boligsocial.Flag(beboer: Flags.Proevesen);
        await _area.Boligsocial.Do(new AddNote(c, "Hun drikker for meget", NoteAudience.Sagen, NoteKind.Note, null));
        var item = (await _area.Log()).Select(r => r.Event).OfType<NoteAdded>().Single().Text.Item!.Value;
        var key = Wrapped("select wrapped from item_keys where item = $1", item);
        Assert.True(OnDisk(key));

        await _area.Leder.Do(new CorrectText(c, item, "Hun er træt"));

        Assert.False(OnDisk(key));
        Assert.Equal(new[] { null, "Hun er træt" }, (await _area.Log()).Select(r => r.Event switch { NoteAdded x => x.Text.Value, TextCorrected x => x.Text!.Value, _ => "" }).Where(t => t != ""));
        Assert.Equal(RejectionCode.TextGone, await _area.Leder.Refused(new CorrectText(c, item, "Igen")));
    }

    [Fact]
    public async Task The_key_that_opened_a_wrong_name_is_gone_and_the_texts_are_still_read()
    {
        var c = await _area.Ejendom.Flag(beboer: Flags.Proevesen, basis: Flags.Consent());
        var person = (await _area.Log()).Select(r => r.Event).OfType<CaseFlagged>().Single().Beboer!.PersonId;
        var key = Wrapped("select wrapped from subject_keys where owner = $1", person);
        Assert.True(OnDisk(key));

        await _area.Dpo.Do(new CorrectIdentity(c, person, Flags.Proevesen with { Name = "Prøve Testesen" }));

        Assert.False(OnDisk(key));
        Assert.Null((await _area.Log()).Select(r => r.Event).OfType<CaseFlagged>().Single().Beboer!.Name!.Value);
        var restarted = _area.NewEngine();
        var view = (await restarted.ReadCase(_area.Ejendom.Member, c, default))!.Staff!;
        Assert.Equal(("Prøve Testesen", "Gardinerne er nede hele dagen."), (view.Card.Identity!.Name, view.Description));
    }

    [Fact]
    public async Task What_is_erased_after_a_corrected_name_is_erased_with_every_text()
    {
        var c = await _area.Ejendom.Flag(beboer: Flags.Proevesen);
        var person = (await _area.Log()).Select(r => r.Event).OfType<CaseFlagged>().Single().Beboer!.PersonId;
        await _area.Dpo.Do(new CorrectIdentity(c, person, Flags.Proevesen with { Name = "Prøve Testesen" }));

        await _area.Dpo.Do(new ErasePersons(c));

        Assert.Null((await _area.Log()).Select(r => r.Event).OfType<CaseFlagged>().Single().Description.Value);
        Assert.Null((await _area.Ejendom.Sees(c))!.Description);
    }

    private byte[] Wrapped(string sql, Guid id)
    {
        using var connection = new SqliteConnection(_area.Store.Sqlite!.ReadConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$1", id.ToByteArray(bigEndian: true));
        return (byte[])command.ExecuteScalar()!;
    }

    private bool OnDisk(byte[] wanted) => Directory.GetFiles(_area.Folder, "hub.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(wanted) >= 0;
    });
}
