using System.Text;
using Hub.Contracts;

namespace Hub.Storage.Tests;

/// <summary>What every store must do with what people have typed and not sent.</summary>
public abstract class DraftContract(StoreFixture fixture)
{
    private readonly DraftSpot spot = new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

    private IDrafts Drafts => fixture.Store.Drafts;

    [Fact]
    public async Task A_draft_is_read_back_until_it_is_deleted()
    {
        await Drafts.Save(new(spot, "notes"), null, "Ringede på, ingen åbnede", default);

        var draft = Assert.Single(await Drafts.Read(spot, default));
        await Drafts.Delete(new(spot, "notes"), default);

        Assert.Equal(("notes", "Ringede på, ingen åbnede"), (draft.Form, draft.Text));
        Assert.Empty(await Drafts.Read(spot, default));
    }

    [Fact]
    public async Task The_latest_is_kept_for_each_form()
    {
        await Drafts.Save(new(spot, "notes"), null, "Første", default);
        await Drafts.Save(new(spot, "notes"), null, "Anden", default);
        await Drafts.Save(new(spot, "close"), null, "Tredje", default);

        Assert.Equal([("close", "Tredje"), ("notes", "Anden")], (await Drafts.Read(spot, default)).Select(d => (d.Form, d.Text)));
    }

    [Fact]
    public async Task Nobody_else_and_nothing_else_meets_it()
    {
        await Drafts.Save(new(spot, "notes"), null, "Kun min", default);

        foreach (var other in new[] { spot with { User = Guid.NewGuid() }, spot with { Subject = Guid.NewGuid() }, spot with { Omraade = Guid.NewGuid() }, spot with { Tenant = Guid.NewGuid() } })
        {
            Assert.Empty(await Drafts.Read(other, default));
        }
    }

    [Fact]
    public async Task Its_text_is_not_stored_in_the_clear()
    {
        var owner = await Owner();
        await Drafts.Save(new(spot, "notes"), null, "Ukendt hemmelighed", default);
        await Drafts.Save(new(spot, "close"), owner, "Kendt hemmelighed", default);

        Assert.DoesNotContain("hemmelighed", Encoding.UTF8.GetString(await fixture.DumpBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_its_owner_erases_it_and_no_other_is_taken()
    {
        var owner = await Owner();
        Assert.True(await Drafts.Save(new(spot, "notes"), owner, "Om en person", default));

        await Erase(owner);

        Assert.Empty(await Drafts.Read(spot, default));
        Assert.False(await Drafts.Save(new(spot, "notes"), owner, "Om den samme", default));
    }

    [Fact]
    public async Task Only_what_has_not_been_touched_for_long_is_swept()
    {
        await Drafts.Save(new(spot, "notes"), null, "Ny", default);

        await Drafts.Sweep(TimeSpan.FromDays(30), default);
        Assert.Single(await Drafts.Read(spot, default));
        await fixture.Meddle(MakeOld);

        Assert.True(await Drafts.Sweep(TimeSpan.FromDays(30), default) > 0);
        Assert.Empty(await Drafts.Read(spot, default));
    }

    /// <summary>Moves every draft's time back by more than thirty days.</summary>
    protected abstract string MakeOld { get; }

    private StreamKey Stream => new(spot.Tenant, spot.Omraade);

    /// <summary>Someone with a key, for there is a text under it.</summary>
    private async Task<Guid> Owner()
    {
        var owner = Guid.NewGuid();
        await fixture.Store.AppendOrFail(Make.Append(Stream, default, Make.Note(spot.Subject, Make.Text(owner, "Første tekst"))));
        return owner;
    }

    private async Task Erase(Guid owner)
    {
        var erasure = Make.Append(Stream, await fixture.Store.ReadHead(Stream, default), new PersonsErased(spot.Subject, [owner]));
        await fixture.Store.AppendOrFail(erasure with { Keys = [new KeyChange.DropOwner(owner)] });
    }
}
