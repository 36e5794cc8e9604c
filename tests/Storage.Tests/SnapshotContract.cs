using System.Text;
using Hub.Contracts;
using Hub.Storage.Snapshots;

namespace Hub.Storage.Tests;

/// <summary>What every store must do with the state of a stream that is kept so that it need not be folded again.</summary>
public abstract class SnapshotContract(StoreFixture fixture)
{
    private const string Version = "v1";

    private readonly StreamKey stream = Make.Stream();
    private readonly Guid person = Guid.NewGuid();

    private ISnapshots Snapshots => fixture.Store.Snapshots;

    [Fact]
    public async Task The_latest_state_is_loaded_as_it_was_kept()
    {
        var secrets = await Known(Make.Identity(person, "Prøve Prøvesen"), Make.Text(person, "Ringede på"), Make.Text(person, "Talte med en nabo"));
        await Snapshots.Save(stream, Version, new State(1, "ny", []), default);
        await Snapshots.Save(stream, Version, new State(2, null, secrets), default);

        var state = await Load();

        Assert.Equal((2, null), (state!.Seq, state.Word));
        Assert.Equal(secrets, state.Secrets);
    }

    [Fact]
    public async Task Another_version_or_another_stream_has_none()
    {
        await Snapshots.Save(stream, Version, new State(1, null, []), default);

        Assert.Null(await Snapshots.Load<State>(stream, "v2", default));
        Assert.Null(await Snapshots.Load<State>(stream with { Stream = Guid.NewGuid() }, Version, default));
        Assert.Null(await Snapshots.Load<State>(stream with { Tenant = Guid.NewGuid() }, Version, default));
    }

    [Fact]
    public async Task Its_secrets_stand_nowhere_in_the_clear()
    {
        await Snapshots.Save(stream, Version, new State(1, "findes", await Known(Make.Identity(person, "Hemmelig Hansen"), Make.Text(person, "Hemmelig tekst"))), default);

        var stored = await fixture.DumpBytes();

        Assert.True(stored.AsSpan().IndexOf("snapshots"u8) >= 0 || stored.AsSpan().IndexOf("v1"u8) >= 0, "The search finds what is there.");
        Assert.DoesNotContain("Hemmelig", Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Art_17_Dropping_a_key_forgets_it_in_the_snapshot_of_another_area_too()
    {
        var secrets = await Known(Make.Identity(person, "Prøve Prøvesen"), Make.Text(person, "Om samme"), Make.Identity(Guid.NewGuid(), "En anden"));
        await Snapshots.Save(stream, Version, new State(1, null, secrets), default);

        await Change(stream with { Stream = Guid.NewGuid() }, new KeyChange.DropOwner(person));

        Assert.Equal([null, null, "En anden"], (await Load())!.Secrets.Select(s => s.Value));
        Assert.Equal(secrets.Select(s => s with { Value = null }), (await Load())!.Secrets.Select(s => s with { Value = null }));
    }

    [Fact]
    public async Task Art_17_The_area_in_which_a_key_is_dropped_lets_go_of_its_snapshot()
    {
        var text = Make.Text(person, "Skal væk");
        await Snapshots.Save(stream, Version, new State(1, null, await Known(text)), default);

        await Change(stream, new KeyChange.DropItem(text.Item!.Value));

        Assert.Null(await Load());
    }

    [Fact]
    public async Task A_text_that_has_moved_to_another_owner_is_still_read()
    {
        var text = Make.Text(person, "Bliver på sagen");
        await Snapshots.Save(stream, Version, new State(1, null, await Known(text)), default);

        await Change(stream with { Stream = Guid.NewGuid() }, new KeyChange.Rewrap(person, Guid.NewGuid()));

        Assert.Equal(text, Assert.Single((await Load())!.Secrets));
    }

    [Fact]
    public async Task No_key_is_made_for_a_secret_that_has_none()
    {
        await Snapshots.Save(stream, Version, new State(1, null, [Make.Identity(person, "Ingen nøgle"), Make.Text(person, "heller ikke")]), default);

        Assert.All((await Load())!.Secrets, s => Assert.Null(s.Value));
        Assert.Empty(await fixture.Store.ReadAll(stream));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(-20)]
    public async Task What_was_changed_is_refused_and_nothing_of_it_is_told(int at)
    {
        await Snapshots.Save(stream, Version, new State(1, "ord", await Known(Make.Identity(person, "Prøve Prøvesen"), Make.Text(person, "Ringede på"))), default);
        var tables = Tables(fixture.Store);
        var stored = (await tables.Find(stream, Version, default))!;
        stored.Data[at < 0 ? stored.Data.Length + at : at] ^= 0xFF;
        await tables.Keep(stream, stored, default);

        var refused = await Assert.ThrowsAsync<SnapshotUnreadableException>(Load);

        Assert.Null(refused.InnerException);
        Assert.DoesNotContain("Prøve", refused.ToString(), StringComparison.Ordinal);
    }

    private static ISnapshotShelf Tables(HubStore store) => store.SnapshotTables;

    private Task<State?> Load() => Snapshots.Load<State>(stream, Version, default);

    /// <summary>Secrets whose keys are there, for an event has said them.</summary>
    private async Task<IReadOnlyList<Secret>> Known(params IReadOnlyList<Secret> secrets)
    {
        await fixture.Store.AppendNext(stream, [.. secrets.Select(s => Make.Note(Guid.NewGuid(), s))]);
        return secrets;
    }

    private async Task Change(StreamKey where, KeyChange change) => await fixture.Store.AppendOrFail(
        Make.Append(where, await fixture.Store.ReadHead(where, default), Make.PickedUp()) with { Keys = [change] });

    private sealed record State(long Seq, string? Word, IReadOnlyList<Secret> Secrets);
}
