using Hub.Contracts;
using Hub.Grains.Tests;
using Hub.Web.Live;

namespace Hub.Web.Tests.Live;

public sealed class WatchTests : IAsyncLifetime
{
    private LiveArea _live = null!;

    private Area Area => _live.Area;

    public async Task InitializeAsync() => _live = await LiveArea.Open();

    public async Task DisposeAsync() => await _live.DisposeAsync();

    [Fact]
    public async Task A_flag_reaches_the_flagging_and_the_receiving_office_at_once()
    {
        var (flagger, receiver) = (await _live.Watch(Area.Ejendom), await _live.Watch(Area.Boligsocial));

        var caseId = await Area.Ejendom.Flag();

        foreach (var client in new[] { flagger, receiver })
        {
            var change = await client.Next<Changed>();
            Assert.Equal(("caseFlagged", caseId, "ny"), (change.Kind, change.CaseId, change.Status));
        }
    }

    [Fact]
    public async Task An_office_without_a_relation_is_only_moved_past_the_case()
    {
        var client = await _live.Watch(Area.Ejendom);

        await Area.Boligsocial.Flag();

        Assert.Equal(await Head(), (await client.Next<Caught>()).Seq);
    }

    [Fact]
    public async Task Many_hidden_changes_are_passed_in_one_stride()
    {
        var client = await _live.Watch(Area.Ejendom);

        for (var i = 0; i < 10; i++)
        {
            await Area.Boligsocial.Flag();
        }

        var last = await Area.Ejendom.Do(Flags.Of(to: Kontor.Ejendomskontor));
        await client.Next<Changed>();
        await Area.Boligsocial.Flag();
        var strides = new List<Caught> { await client.Next<Caught>() };
        Assert.True(strides[0].Seq > last.Seq);
        Assert.Empty(client.Rest().OfType<Caught>());
    }

    [Fact]
    public async Task A_cursor_from_before_gets_what_was_missed_and_then_what_is_new()
    {
        for (var i = 0; i < 600; i++)
        {
            await Area.Ejendom.Flag();
        }

        var missed = await Head();
        var client = await _live.Watch(Area.Boligsocial, after: 0);
        await Area.Ejendom.Flag();

        Assert.Equal(Enumerable.Range(1, (int)missed + 1).Select(i => (long)i), (await client.Until(missed + 1)).Select(c => c.Seq));
    }

    [Fact]
    public async Task The_board_counts_its_own_changes_densely_from_one()
    {
        var client = await _live.Watch(Area.Bestyrelse, after: 0);
        await Area.Ejendom.Flag();
        await Area.Bestyrelse.Do(Flags.Of(Category.Naboklage));
        await Area.Boligsocial.Flag();
        await Area.Bestyrelse.Do(new OpenMatter("Lys", "Lampen er slukket.", Kontor.Ejendomskontor));

        var changes = await client.Until(2);

        Assert.Equal([(1, "flagChanged"), (2, "matterOpened")], changes.Select(c => (c.Seq, c.Kind)));
        Assert.All(changes, c => Assert.Null(c.CaseId));
    }

    [Fact]
    public async Task The_board_is_never_moved_past_what_it_may_not_know()
    {
        var client = await _live.Watch(Area.Bestyrelse);
        await client.Next<Presence>();
        var staff = await _live.Watch(Area.Ejendom);

        await Area.Boligsocial.Flag();
        await staff.Next<Caught>();

        Assert.Empty(client.Rest());
    }

    [Fact]
    public async Task A_cursor_of_another_log_means_starting_over()
    {
        await Area.Ejendom.Flag();

        var client = await _live.Watch(Area.Ejendom, after: 0, epoch: "another log");

        var resync = await client.Next<Resync>();
        Assert.Equal((await _live.Epoch(Area.Ejendom), await Head()), (resync.Epoch, resync.Seq));
    }

    [Fact]
    public async Task A_cursor_ahead_of_the_log_means_starting_over()
    {
        var client = await _live.Watch(Area.Ejendom, after: 1000);

        Assert.Equal(await Head(), (await client.Next<Resync>()).Seq);
    }

    [Fact]
    public async Task Rights_that_changed_while_away_mean_starting_over()
    {
        var epoch = await _live.Epoch(Area.Boligsocial2);
        await _live.Grant(Area.Boligsocial2, Kontor.Ejendomskontor);

        var client = await _live.Watch(Area.Boligsocial2, epoch: epoch);

        Assert.NotEqual(epoch, (await client.Next<Resync>()).Epoch);
    }

    [Fact]
    public async Task Rights_that_change_mean_starting_over_and_then_seeing_with_the_new_ones()
    {
        var client = await _live.Watch(Area.Boligsocial2);

        await _live.Grant(Area.Boligsocial2, Kontor.Ejendomskontor);
        await client.Next<Resync>();
        await Area.Boligsocial.Flag();
        var own = await Area.Ejendom.Do(Flags.Of(to: Kontor.Ejendomskontor));

        Assert.Equal(own.Seq, (await client.Next<Changed>()).Seq);
    }

    [Fact]
    public async Task A_leader_starts_over_when_the_office_beside_them_empties()
    {
        var client = await _live.Watch(Area.Ejendomsleder);

        foreach (var person in new[] { Area.Boligsocial, Area.Boligsocial2, Area.Leder })
        {
            await _live.Revoke(person);
        }

        await client.Next<Resync>();
        await Area.Ejendom.Flag();
        Assert.Equal("caseFlagged", (await client.Next<Changed>()).Kind);
    }

    [Fact]
    public async Task A_membership_that_ends_ends_the_watch()
    {
        var client = await _live.Watch(Area.Boligsocial2);
        await client.Next<Presence>();
        var colleague = await _live.Watch(Area.Boligsocial);

        await _live.Revoke(Area.Boligsocial2);
        await client.Next<Gone>();
        await Area.Boligsocial.Flag();
        await colleague.Next<Changed>();

        Assert.Empty(client.Rest());
    }

    [Fact]
    public async Task Who_came_after_everybody_had_gone_hears_on_when_the_last_of_those_closes()
    {
        var client = await _live.Watch(Area.Boligsocial2);
        var gone = _live.LastWatch;
        await _live.Revoke(Area.Boligsocial2);
        await client.Next<Gone>();
        for (var moved = gone.Feed.Moved; !gone.Feed.IsEmpty; moved = gone.Feed.Moved)
        {
            await moved;
        }

        var newcomer = await _live.Watch(Area.Boligsocial);
        await gone.End();
        await Area.Boligsocial.Flag();

        Assert.Equal("caseFlagged", (await newcomer.Next<Changed>()).Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_log_that_is_put_back_makes_everybody_start_over_and_then_brings_what_is_new(bool firstLookFails)
    {
        var kept = await Area.Ejendom.Do(Flags.Of());
        var elsewhere = await _live.Elsewhere(Area.Ejendom);
        var (here, colleague, there) = (await _live.Watch(Area.Ejendom), await _live.Watch(Area.Boligsocial), await _live.Watch(elsewhere));
        await Area.Ejendom.Flag();
        await here.Next<Changed>();
        await colleague.Next<Changed>();
        if (firstLookFails)
        {
            await _live.Log.LoseFirstHeadsOfTheNextLog();
        }

        await Area.PutBack(Area.Stream, kept.Seq);

        var (first, second, third) = (await here.Next<Resync>(), await colleague.Next<Resync>(), await there.Next<Resync>());
        Assert.Equal((await _live.Epoch(Area.Ejendom), kept.Seq), (first.Epoch, first.Seq));
        Assert.Equal((await _live.Epoch(Area.Boligsocial), kept.Seq), (second.Epoch, second.Seq));
        Assert.Equal((first.Epoch, 0), (third.Epoch, third.Seq));
        var (again, other) = (await Area.Ejendom.Flag(), await elsewhere.Flag(to: Kontor.Ejendomskontor));
        foreach (var client in new[] { here, colleague })
        {
            var change = await client.Next<Changed>();
            Assert.Equal((kept.Seq + 1, again), (change.Seq, change.CaseId));
        }

        Assert.Equal(other, (await there.Next<Changed>()).CaseId);
    }

    [Fact]
    public async Task An_office_whose_access_ends_is_told_so_and_nothing_after()
    {
        var client = await _live.Watch(Area.Ejendom);
        var caseId = await Area.Boligsocial.Flag();
        var offer = await Area.Boligsocial.Do(new OfferHandover(caseId, Kontor.Ejendomskontor, "Skimmel", "Se på væggen", null));
        await Area.Boligsocial.Do(new WithdrawHandover(offer.HandoverId!.Value));
        await Area.Boligsocial.Do(new AddNote(caseId, "Talt sammen", NoteAudience.Sagen, NoteKind.Note, null));

        var offered = await client.Next<Changed>();
        var ended = await client.Next<Changed>();

        Assert.Equal(("handoverOffered", caseId), (offered.Kind, offered.CaseId));
        Assert.Equal(new Changed(Area.Id, ended.Seq, ended.At, "adgangOphoert", CaseId: caseId), ended);
        Assert.Equal(await Head(), (await client.Next<Caught>()).Seq);
        Assert.Empty(client.Rest().OfType<Changed>());
    }

    [Fact]
    public async Task A_reader_that_takes_nothing_is_dropped()
    {
        var client = await _live.Watch(Area.Ejendom);
        await client.Next<Presence>();
        client.StopReading();

        await Area.Ejendom.Flag();

        await client.Dropped;
    }

    [Fact]
    public async Task Nothing_comes_once_a_watch_has_ended()
    {
        var other = await _live.Watch(Area.Boligsocial);
        var client = await _live.Watch(Area.Ejendom);
        await _live.EndLastWatch();

        await Area.Ejendom.Flag();
        await other.Next<Changed>();

        Assert.Empty(client.Rest().OfType<Changed>());
    }

    [Fact]
    public async Task What_another_process_wrote_is_found_by_the_poll()
    {
        var client = await _live.Watch(Area.Ejendom);
        using var elsewhere = new Hub.Grains.InProcess.InProcessBoligomraader(
            Area.Store, Area.Snapshots, Area.Directory, new Hub.Grains.CommitSignal(), Area.Time, TimeZoneInfo.Utc);

        await Area.Ejendom.Send(Flags.Of(), via: elsewhere);

        Assert.Equal("caseFlagged", (await client.Next<Changed>()).Kind);
    }

    [Fact]
    public async Task How_late_a_push_is_has_nothing_to_do_with_the_clock_that_the_event_was_written_by()
    {
        var client = await _live.Watch(Area.Ejendom);

        await Area.Ejendom.Flag();
        var written = (await client.Next<Changed>()).At;
        await Area.Ejendom.Flag();
        await client.Next<Changed>();

        Assert.True(DateTimeOffset.UtcNow - written > TimeSpan.FromDays(2));
        Assert.InRange(LiveTelemetry.LastLag!.Value, TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Presence_counts_people_and_not_their_screens()
    {
        await _live.Watch(Area.Boligsocial);
        await _live.Watch(Area.Boligsocial);
        await _live.Watch(Area.Dpo);
        var client = await _live.Watch(Area.Boligsocial2);

        var counts = (await client.Next<Presence>()).Kontorer;

        Assert.Equal((0, 0, 2), (counts[Kontor.Ejendomskontor], counts[Kontor.Bestyrelseskontor], counts[Kontor.BoligsocialtKontor]));
    }

    [Fact]
    public async Task The_board_hears_of_the_presence_of_its_own_office_only()
    {
        await _live.Watch(Area.Boligsocial);
        var client = await _live.Watch(Area.Bestyrelse);

        var counts = (await client.Next<Presence>()).Kontorer;

        Assert.Equal([Kontor.Bestyrelseskontor], counts.Keys);
        Assert.Equal(1, counts[Kontor.Bestyrelseskontor]);
    }

    private async Task<long> Head() => (await Area.Store.ReadHead(Area.Stream, default)).Seq;
}
