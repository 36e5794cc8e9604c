using System.Threading.Channels;

namespace Hub.Storage.Tests;

/// <summary>Two processes on one PostgreSQL that wake each other.</summary>
public sealed class WakeUpTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private static readonly WakeUp.Everything Everything = new();

    private readonly CancellationTokenSource stop = new();
    private readonly Channel<WakeUp> here = Channel.CreateUnbounded<WakeUp>();
    private readonly Channel<WakeUp> there = Channel.CreateUnbounded<WakeUp>();
    private Task running = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        running = Task.WhenAll(Start(fixture.Store.WakeUps, here), Start(fixture.SecondNode.WakeUps, there));
        // Both listen from here on.
        Assert.Equal(Everything, await here.Reader.ReadAsync());
        Assert.Equal(Everything, await there.Reader.ReadAsync());
    }

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    [Fact]
    public async Task What_one_sends_the_other_hears_and_the_sender_does_not()
    {
        var (moved, ended) = (new WakeUp.Moved(Make.Stream()), new WakeUp.SessionEnded(Guid.NewGuid()));

        fixture.Store.WakeUps.Send(moved);
        fixture.Store.WakeUps.Send(ended);
        var heard = new[] { await there.Reader.ReadAsync(), await there.Reader.ReadAsync() };
        fixture.SecondNode.WakeUps.Send(moved);
        var back = await here.Reader.ReadAsync();

        Assert.Equal([moved, ended], heard.OrderBy(w => w is WakeUp.SessionEnded));
        Assert.Equal(moved, back);
        Assert.False(here.Reader.TryRead(out _));
    }

    [Fact]
    public async Task What_is_sent_a_thousand_times_in_one_go_is_said_a_few_times()
    {
        var (stream, last) = (Make.Stream(), new WakeUp.SessionEnded(Guid.NewGuid()));
        for (var i = 0; i < 1000; i++)
            fixture.Store.WakeUps.Send(new WakeUp.Moved(stream));
        fixture.Store.WakeUps.Send(last);

        var heard = await Until(w => w == last);

        Assert.InRange(heard.Count(w => w == new WakeUp.Moved(stream)), 1, 100);
    }

    [Fact]
    public async Task Many_streams_at_once_are_all_named()
    {
        var streams = Enumerable.Range(0, 1000).Select(_ => new WakeUp.Moved(Make.Stream())).ToHashSet<WakeUp>();
        foreach (var moved in streams)
            fixture.Store.WakeUps.Send(moved);

        await Until(w => streams.Remove(w) && streams.Count == 0);
    }

    [Fact]
    public async Task Whose_connection_broke_is_told_that_anything_may_have_happened()
    {
        await fixture.Meddle("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub wake-ups' and datname = current_database()");
        Assert.Contains(Everything, await Until(w => w == Everything));

        var moved = new WakeUp.Moved(Make.Stream());
        while (!there.Reader.TryRead(out var w) || w != moved)
        {
            // What is sent while the sender is away is lost; it says so itself once it is back.
            fixture.Store.WakeUps.Send(moved);
            await there.Reader.WaitToReadAsync();
        }
    }

    [Fact]
    public async Task An_append_says_nothing_by_itself()
    {
        var stream = Make.Stream();
        await fixture.Store.AppendNext(stream, Make.PickedUp());
        var mark = new WakeUp.Moved(Make.Stream());
        fixture.Store.WakeUps.Send(mark);

        Assert.DoesNotContain(new WakeUp.Moved(stream), await Until(w => w == mark));
    }

    private async Task<List<WakeUp>> Until(Func<WakeUp, bool> last)
    {
        var heard = new List<WakeUp>();
        do
            heard.Add(await there.Reader.ReadAsync());
        while (!last(heard[^1]));
        return heard;
    }

    private Task Start(IWakeUps wakeUps, Channel<WakeUp> heard)
    {
        wakeUps.Heard += w => heard.Writer.TryWrite(w);
        return wakeUps.Run(_ => { }, stop.Token);
    }
}
