using Hub.Contracts;

namespace Hub.Storage.Tests;

/// <summary>What every store must do. Each database adds only how to open one.</summary>
public abstract partial class EventLogContract(StoreFixture fixture)
{
    private readonly StreamKey stream = Make.Stream();

    private HubStore Log => fixture.Store;

    [Fact]
    public async Task An_empty_stream_has_head_zero_and_no_events()
    {
        Assert.Equal(default, await Log.ReadHead(stream, default));
        Assert.Empty(await Log.ReadAll(stream));
    }

    [Fact]
    public async Task Events_are_read_back_as_they_were_appended()
    {
        var caseId = Guid.NewGuid();
        var append = Make.Append(stream, default, Make.Everyone, Make.Note(caseId, "Vandskade i opgangen"), Make.PickedUp(caseId));

        await Log.AppendOrFail(append);

        Assert.Equal(append.Events.Select(e => e.Recorded), await Log.ReadAll(stream));
    }

    [Fact]
    public async Task The_head_moves_with_the_events()
    {
        var append = Make.Append(stream, default, Make.Everyone, Make.PickedUp(), Make.PickedUp());

        await Log.AppendOrFail(append);

        Assert.Equal(new Head(2, 2, append.Events[^1].Recorded.At), await Log.ReadHead(stream, default));
    }
}
