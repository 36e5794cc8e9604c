using Hub.Contracts;

namespace Hub.Storage.Tests;

public abstract partial class EventLogContract
{
    [Fact]
    public async Task Seqs_follow_each_other_without_a_gap()
    {
        await Log.AppendNext(stream, Make.PickedUp(), Make.PickedUp());
        await Log.AppendNext(stream, Make.PickedUp());
        await Log.AppendNext(stream, Make.PickedUp(), Make.PickedUp(), Make.PickedUp());

        Assert.Equal([1, 2, 3, 4, 5, 6], (await Log.ReadAll(stream)).Select(e => e.Seq));
        Assert.Equal([5, 6], (await Log.ReadAll(stream, afterSeq: 4)).Select(e => e.Seq));
    }

    [Fact]
    public async Task An_append_that_would_leave_a_gap_is_refused_as_a_fault()
    {
        var append = Make.Append(stream, new Head(3, 0, default), Make.PickedUp()) with { ExpectedSeq = 0 };

        await Assert.ThrowsAsync<ArgumentException>(() => Log.Append(append, default));
    }

    [Fact]
    public async Task A_stale_writer_gets_a_conflict_and_leaves_nothing()
    {
        await Log.AppendNext(stream, Make.PickedUp());
        var stale = Make.Append(stream, default, Make.Note(Guid.NewGuid(), "for sent")) with { SetDeadlines = [new(DeadlineKind.TaskDue, Guid.NewGuid(), Make.Now)] };

        Assert.Equal(AppendResult.Conflict, await Log.Append(stale, default));

        Assert.Single(await Log.ReadAll(stream));
        Assert.Equal(1, (await Log.ReadHead(stream, default)).Seq);
        Assert.Null(await Log.FindReceipt(stream, stale.Receipts[0].CommandId, default));
        Assert.DoesNotContain(await Log.ReadDueDeadlines(int.MaxValue, default), d => d.Stream == stream);
    }

    [Fact]
    public async Task A_writer_from_the_future_gets_a_conflict_too()
    {
        Assert.Equal(AppendResult.Conflict, await Log.Append(Make.Append(stream, new Head(7, 0, default), Make.PickedUp()), default));
        Assert.Equal(default, await Log.ReadHead(stream, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_writers_at_once_both_make_progress_and_nothing_is_lost(bool lockHead)
    {
        var writers = Enumerable.Range(0, 16).Select(i => AppendWithRetries(i % 2 == 0 ? Log : fixture.SecondNode, lockHead));

        var commands = (await Task.WhenAll(writers)).SelectMany(c => c).ToList();

        var events = await Log.ReadAll(stream);
        Assert.Equal(Enumerable.Range(1, commands.Count).Select(i => (long)i), events.Select(e => e.Seq));
        Assert.Equal(commands.Order(), events.Select(e => e.CommandId).Order());
    }

    [Fact]
    public async Task The_same_command_twice_is_a_conflict_and_the_first_receipt_stays()
    {
        var first = await Log.AppendNext(stream, Make.PickedUp());
        var again = Make.Append(stream, await Log.ReadHead(stream, default), Make.PickedUp());
        var other = Make.Receipt(first.Receipts[0].CommandId, new Head(99, 0, default));

        Assert.Equal(AppendResult.Conflict, await Log.Append(again with { Receipts = [other] }, default));

        Assert.Single(await Log.ReadAll(stream));
        Assert.Equal(1, (await Log.FindReceipt(stream, other.CommandId, default))!.Receipt.Seq);
    }

    [Fact]
    public async Task A_receipt_is_found_as_it_was_stored()
    {
        var receipt = new Receipt(1, 0, Guid.NewGuid(), "S-0001", null, null, null, null,
            new Advice("112", "00 00 00 02", false, Make.Now, "§ 135"), [new SameDoor(Guid.NewGuid(), "S-0002")]);
        var append = Make.Append(stream, default, Make.PickedUp());
        append = append with { Receipts = [append.Receipts[0] with { Receipt = receipt }] };

        await Log.AppendOrFail(append);

        var found = await Log.FindReceipt(stream, append.Receipts[0].CommandId, default);
        Assert.Equal(append.Receipts[0].BodyHash, found!.BodyHash);
        Assert.Equivalent(receipt, found.Receipt, strict: true);
        Assert.Null(await Log.FindReceipt(stream, Guid.NewGuid(), default));
        Assert.Null(await Log.FindReceipt(Make.Stream(stream.Tenant), append.Receipts[0].CommandId, default));
    }

    [Fact]
    public async Task An_append_whose_last_part_fails_leaves_nothing()
    {
        var owner = Guid.NewGuid();
        var append = Make.Append(stream, default, Make.Note(Guid.NewGuid(), Make.Identity(owner, "Prøve Prøvesen")));
        var broken = append with { Receipts = [new StoredReceipt(Guid.NewGuid(), null!, new Receipt(1, 0))] };

        await Assert.ThrowsAnyAsync<Exception>(() => Log.Append(broken, default));

        Assert.Equal(default, await Log.ReadHead(stream, default));
        Assert.Empty(await Log.ReadAll(stream));
        await Log.AppendOrFail(append);
    }

    [Fact]
    public async Task Of_appends_to_many_streams_at_once_only_the_one_with_a_lost_head_is_dropped()
    {
        var streams = Enumerable.Range(0, 64).Select(_ => Make.Stream(stream.Tenant)).ToList();
        foreach (var one in streams)
            await Log.AppendNext(one, Make.PickedUp());

        var results = await Task.WhenAll(streams.Select((one, i) =>
            Log.Append(Make.Append(one, new Head(i == 13 ? 0 : 1, 0, default), Make.PickedUp()), default)));

        Assert.Equal(13, Assert.Single(Enumerable.Range(0, 64), i => results[i] == AppendResult.Conflict));
        foreach (var (one, i) in streams.Select((one, i) => (one, i)))
            Assert.Equal(i == 13 ? 1 : 2, (await Log.ReadHead(one, default)).Seq);
    }

    [Fact]
    public async Task One_append_that_fails_does_not_spoil_the_others_of_its_batch()
    {
        var streams = Enumerable.Range(0, 32).Select(_ => Make.Stream(stream.Tenant)).ToList();

        var results = await AppendOneBroken(streams);

        Assert.Equal(5, Assert.Single(Enumerable.Range(0, 32), i => results[i] is not null));
        Assert.Empty(await Log.ReadAll(streams[5]));
        Assert.Single(await Log.ReadAll(streams[31]));
    }

    /// <summary>At once, the sixth of them such that the database refuses it.</summary>
    private protected async Task<Exception?[]> AppendOneBroken(IReadOnlyList<StreamKey> streams) => await Task.WhenAll(streams.Select(async (one, i) =>
    {
        var append = Make.Append(one, default, Make.PickedUp());
        var broken = append with { Receipts = [new StoredReceipt(Guid.NewGuid(), null!, new Receipt(1, 0))] };
        return await Record.ExceptionAsync(() => Log.Append(i == 5 ? broken : append, default));
    }));

    [Fact]
    public async Task An_append_may_hold_no_event()
    {
        var (first, second) = (Make.Append(stream, default), Make.Append(stream, default));

        await Log.AppendOrFail(first);
        await Log.AppendOrFail(second);
        await Log.AppendOrFail(Make.Append(stream, default, Make.PickedUp()));

        Assert.NotNull(await Log.FindReceipt(stream, first.Receipts[0].CommandId, default));
        Assert.Equal(1, (await Log.ReadHead(stream, default)).Seq);
    }

    [Fact]
    public async Task Of_appends_to_one_stream_at_once_the_one_with_an_event_moves_the_head_wherever_it_stands_among_them()
    {
        await Log.AppendNext(stream, Make.PickedUp());
        var head = await Log.ReadHead(stream, default);

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            Log.Append(i == 20 ? Make.Append(stream, head, Make.PickedUp()) : Make.Append(stream, head), default)));

        Assert.Equal(AppendResult.Done, results[20]);
        Assert.Equal(2, (await Log.ReadHead(stream, default)).Seq);
        Assert.Equal([1, 2], (await Log.ReadAll(stream)).Select(r => r.Seq));
    }

    [Fact]
    public async Task An_append_taken_back_before_it_was_sent_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Log.Append(Make.Append(stream, default, Make.PickedUp()), new CancellationToken(canceled: true)));

        Assert.Empty(await Log.ReadAll(stream));
    }

    [Fact]
    public async Task Every_stream_is_listed_with_its_head()
    {
        await Log.AppendNext(stream, Make.PickedUp());

        Assert.Contains(await Log.ReadHeads(default), h => h.Stream == stream && h.Head.Seq == 1);
    }

    [Fact]
    public async Task The_heads_of_the_streams_that_are_asked_for_are_read_and_no_others()
    {
        var (other, empty) = (Make.Stream(stream.Tenant), Make.Stream());
        await Log.AppendNext(stream, Make.PickedUp());
        await Log.AppendNext(other, Make.PickedUp());

        Assert.Equal(stream, Assert.Single(await Log.ReadHeads([stream, empty], default)).Stream);
        Assert.Empty(await Log.ReadHeads([], default));
    }

    [Fact]
    public async Task The_tenants_own_streams_are_read_apart()
    {
        var tenant = StreamKey.OfTenant(stream.Tenant);
        await Log.AppendNext(stream, Make.PickedUp());
        await Log.AppendNext(tenant, Make.PickedUp());

        var heads = await Log.ReadTenantHeads(default);

        Assert.Contains(heads, h => h.Stream == tenant && h.Head.Seq == 1);
        Assert.DoesNotContain(heads, h => h.Stream == stream);
    }

    [Fact]
    public async Task A_place_is_the_head_and_the_epoch_at_once()
    {
        var nowhere = await Log.ReadPlace(stream, default);
        await Log.AppendNext(stream, Make.PickedUp());

        Assert.Equal(new Place(await Log.ReadEpoch(default), default), nowhere);
        Assert.Equal(new Place(await Log.ReadEpoch(default), await Log.ReadHead(stream, default)), await Log.ReadPlace(stream, default));
    }

    [Fact]
    public async Task Acknowledged_appends_and_the_epoch_are_there_after_reopening()
    {
        var epoch = await Log.ReadEpoch(default);
        var append = await Log.AppendNext(stream, Make.Note(Guid.NewGuid(), "står der stadig"));

        await fixture.Reopen();

        Assert.Equal(append.Events[0].Recorded, Assert.Single(await Log.ReadAll(stream)));
        Assert.Equal(epoch, await Log.ReadEpoch(default));
    }

    [Fact]
    public async Task A_long_stream_is_read_whole()
    {
        await Log.AppendNext(stream, [.. Enumerable.Range(0, 1000).Select(_ => Make.PickedUp())]);
        await Log.AppendNext(stream, [.. Enumerable.Range(0, 234).Select(_ => Make.PickedUp())]);

        Assert.Equal(Enumerable.Range(1, 1234).Select(i => (long)i), (await Log.ReadAll(stream)).Select(e => e.Seq));
    }

    [Fact]
    public async Task A_migrated_store_is_ready_and_migrating_again_changes_nothing()
    {
        await Log.AppendNext(stream, Make.PickedUp());

        await Task.WhenAll(Log.Migrate(), fixture.SecondNode.Migrate());

        Assert.True(await Log.IsReady());
        Assert.Single(await Log.ReadAll(stream));
    }

    private async Task<List<Guid>> AppendWithRetries(HubStore node, bool lockHead)
    {
        var commands = new List<Guid>();
        while (commands.Count < 5)
        {
            var append = Make.Append(stream, await node.ReadHead(stream, default), Make.PickedUp()) with { LockHead = lockHead };
            if (await AppendUnlessBusy(node, append) == AppendResult.Done)
                commands.Add(append.Receipts[0].CommandId);
        }

        return commands;
    }

    /// <summary>On a machine with much to do, so many who want the lock wait for it longer than it is waited for, and are told to come again.</summary>
    private static async Task<AppendResult> AppendUnlessBusy(HubStore node, Append append)
    {
        try
        {
            return await node.Append(append, default);
        }
        catch (StoreBusyException)
        {
            return AppendResult.Conflict;
        }
    }
}
