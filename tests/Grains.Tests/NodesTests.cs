using Hub.Contracts;
using Hub.Grains.Tenants;

namespace Hub.Grains.Tests;

/// <summary>Two nodes on one log: what one has acknowledged, the other knows when it is asked.</summary>
public sealed class NodesTests
{
    [Fact]
    public async Task What_was_acknowledged_on_one_node_is_seen_on_the_other_at_once()
    {
        await using var area = await Area.Open();
        var other = area.NewEngine();
        await other.ReadWorkspace(area.Ejendom.Member, default);

        for (var flags = 1; flags <= 20; flags++)
        {
            var receipt = await area.Ejendom.Do(Flags.Of());

            var seen = (await other.ReadWorkspace(area.Ejendom.Member, default)).Staff!;
            Assert.Equal((receipt.Seq, flags), (seen.Seq, seen.Cases.Count));
        }
    }

    [Fact]
    public async Task Nobody_is_refused_for_what_is_no_longer_so()
    {
        await using var area = await Area.Open();
        var other = area.NewEngine();
        var sag = await area.Boligsocial.Flag();
        await area.Boligsocial.Do(new CloseCase(sag, Outcome.Ubegrundet, null));
        await other.ReadWorkspace(area.Boligsocial.Member, default);
        var closed = await area.Boligsocial.Send(new AddNote(sag, "Talt i telefon", NoteAudience.Eget, NoteKind.Note, null), via: other);

        await area.Boligsocial.Do(new ReopenCase(sag, "Det er ikke slut"));
        var reopened = await area.Boligsocial.Send(new AddNote(sag, "Talt i telefon", NoteAudience.Eget, NoteKind.Note, null), via: other);

        Assert.Equal(RejectionCode.CaseClosed, closed.Rejection?.Code);
        Assert.Null(reopened.Rejection);
    }

    [Fact]
    public async Task Two_nodes_on_one_area_are_safe_and_both_get_on()
    {
        await using var area = await Area.Open();
        var other = area.NewEngine();

        await Parallel.ForAsync(0, 100, async (i, _) =>
            Assert.NotNull((await area.Ejendom.Send(Flags.Of(), via: i % 2 == 0 ? area.Engine : other)).Receipt));

        Assert.Equal(100, (await area.Ejendom.Workspace()).Cases.Select(c => c.Number).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 100), (await area.Log()).Select(r => (int)r.Seq));
    }

    [Fact]
    public async Task In_a_log_that_was_put_back_nothing_is_true_that_came_after()
    {
        await using var area = await Area.Open();
        var kept = await area.Ejendom.Do(Flags.Of());
        await area.Ejendom.Do(Flags.Of());
        await area.PutBack(area.Stream, kept.Seq);

        Assert.Equal(kept.Seq, (await area.Ejendom.Workspace()).Seq);
        var next = await area.Ejendom.Do(Flags.Of());

        Assert.Equal((kept.Seq + 1, "S-0002"), (next.Seq, next.Number));
        Assert.Equal(2, (await area.Ejendom.Workspace()).Cases.Count);
    }

    [Fact]
    public async Task A_right_given_on_one_node_is_there_on_the_other_once_it_looks_and_so_is_one_taken()
    {
        await using var area = await Area.Open();
        using var other = new TenantDirectory(area.Store, new CommitSignal(), area.Time);
        await other.Follow(default);
        var newcomer = Guid.NewGuid();
        var heard = new List<(Guid, Guid?)>();
        other.Changed += (omraade, user) => heard.Add((omraade, user));

        await area.Tell(new GrantMembership(area.Id, newcomer, Kontor.Ejendomskontor, Rolle.Medarbejder, Employer.Boligorganisation));
        await other.Follow(default);
        var given = other.Find(newcomer, area.Id);
        await area.Tell(new RevokeMembership(area.Id, newcomer));
        await other.Follow(default);

        Assert.NotNull(given);
        Assert.Null(other.Find(newcomer, area.Id));
        Assert.Equal([(area.Id, newcomer), (area.Id, newcomer)], heard);
    }

    [Fact]
    public async Task Rights_that_a_log_no_longer_knows_are_gone()
    {
        await using var area = await Area.Open();
        await area.Directory.Follow(default);
        var (before, newcomer) = ((await area.Store.ReadHead(StreamKey.OfTenant(area.Tenant), default)).Seq, Guid.NewGuid());
        await area.Tell(new GrantMembership(area.Id, newcomer, Kontor.Ejendomskontor, Rolle.Medarbejder, Employer.Boligorganisation));
        var given = area.Directory.Find(newcomer, area.Id);

        await area.PutBack(StreamKey.OfTenant(area.Tenant), before);
        await area.Directory.Follow(default);

        Assert.NotNull(given);
        Assert.Null(area.Directory.Find(newcomer, area.Id));
        Assert.NotNull(area.Directory.Find(area.Ejendom.Member.UserId, area.Id));
    }

    [Fact]
    public async Task An_area_in_use_follows_another_node_in_the_background()
    {
        FlakyLog? log = null;
        await using var area = await Area.Open(store => log = new FlakyLog(store));
        await area.Ejendom.Workspace();
        await area.Ejendom.Send(Flags.Of(), via: area.NewEngine());
        var read = log!.NextRead();

        area.Signal.Stir(area.Stream);

        await read.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
