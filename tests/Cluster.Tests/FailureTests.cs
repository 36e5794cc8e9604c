using System.Collections.Concurrent;
using Hub.Contracts;
using Hub.Grains;
using Hub.Grains.Tests;

namespace Hub.Cluster.Tests;

/// <summary>Silos go away, politely or not: it costs time, and never a command that was acknowledged or one that is done twice.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private Ground _ground = null!;

    public async Task InitializeAsync() => _ground = await Ground.Create();

    public async Task DisposeAsync() => await _ground.DisposeAsync();

    [Fact]
    public async Task An_area_goes_on_elsewhere_when_its_silo_is_stopped()
    {
        await using var silos = await TestSilos.Start(_ground, 2);
        await using var area = await _ground.NewArea((area, _) => silos.Engine(area));
        var first = await area.Ejendom.Flag(beboer: Flags.Proevesen);

        await silos.Cluster.StopSiloAsync(await silos.Of(area));
        var second = await area.Ejendom.Flag();

        Assert.Equal([first, second], (await area.Ejendom.Workspace()).Cases.Select(c => c.CaseId));
        Assert.Equal([1L, 2L], (await area.Log()).Select(r => r.Seq));
    }

    [Fact]
    public async Task A_command_whose_silo_is_killed_after_the_commit_gets_its_receipt_and_acts_once()
    {
        var logs = new FlakyLogs();
        await using var silos = await TestSilos.Start(_ground, 2, logs.Add);
        await using var area = await _ground.NewArea((area, _) => silos.Engine(area));
        await area.Ejendom.Flag();
        var hold = new Hold();
        logs.HoldNext(hold);

        var sending = area.Ejendom.Send(Flags.Of(Category.Stoej));
        await hold.Taken;
        var killed = await silos.Of(area);
        await silos.Cluster.KillSiloAsync(killed);
        var answer = await sending;

        Assert.Equal("S-0002", answer.Receipt?.Number);
        Assert.Equal(2, (await area.Log()).Count);
        Assert.Equal(2, (await area.Ejendom.Workspace()).Cases.Count);
        Assert.NotEqual(killed.SiloAddress, (await silos.Of(area)).SiloAddress);
    }

    [Fact]
    public async Task A_command_that_took_its_own_right_away_and_lost_its_answer_is_not_told_that_it_was_refused()
    {
        var logs = new FlakyLogs();
        await using var silos = await TestSilos.Start(_ground, 2, logs.Add);
        await using var area = await _ground.NewArea((area, _) => silos.Engine(area));
        var handover = (await area.Boligsocial.Do(new OfferHandover(await area.Bestyrelse.Flag(), Kontor.Ejendomskontor, "lås", "Låsen binder", null))).HandoverId!.Value;
        var hold = new Hold();
        logs.HoldNext(hold);

        var declining = area.Ejendom.Send(new DeclineHandover(handover, "Ikke vores"));
        await hold.Taken;
        await silos.Cluster.KillSiloAsync(await silos.Of(area));

        Assert.Null((await declining).Rejection);
    }

    [Fact]
    public async Task A_key_that_is_used_again_for_something_else_is_refused_and_not_given_the_receipt_of_the_first_however_often_it_is_asked()
    {
        await using var silos = await TestSilos.Start(_ground, 1);
        await using var area = await _ground.NewArea((area, _) => silos.Engine(area));
        var (caseId, key) = (await area.Bestyrelse.Flag(), Guid.NewGuid());
        var handover = (await area.Boligsocial.Do(new OfferHandover(caseId, Kontor.Ejendomskontor, "lås", "Låsen binder", null))).HandoverId!.Value;
        Assert.NotNull((await area.Ejendom.Send(new DeclineHandover(handover, "Ikke vores"), key)).Receipt);
        var before = (await area.Log()).Count;

        // The first is refused by its key, the second by its right, the third by its shape.
        foreach (var (command, errors) in new (Command, Dictionary<string, string[]>?)[]
        {
            (Flags.Of(), null), (new DeclineHandover(handover, "Slet ikke vores"), null), (Flags.Of(), new() { ["description"] = ["required"] }),
        })
        {
            using var once = silos.Engine(area);
            using var again = silos.EngineThatLosesTheFirst(area);
            var request = new Request(key, [2], command, Errors: errors);

            var refused = (await once.Execute(area.Ejendom.Member, request, default)).Rejection!;

            Assert.Equal(refused.Code, (await again.Execute(area.Ejendom.Member, request, default)).Rejection?.Code);
        }

        using var same = silos.EngineThatLosesTheFirst(area);
        Assert.NotNull((await area.Ejendom.Send(new DeclineHandover(handover, "Ikke vores"), key, via: same)).Receipt);
        Assert.Equal(before, (await area.Log()).Count);
    }

    [Fact]
    public async Task While_silos_are_exchanged_one_by_one_every_command_is_carried_out_once()
    {
        await using var silos = await TestSilos.Start(_ground, 2);
        await using var area = await _ground.NewArea((area, _) => silos.Engine(area));
        using var exchanged = new CancellationTokenSource();
        var numbers = new ConcurrentQueue<string>();
        var writers = Enumerable.Range(0, 4).Select(async _ =>
        {
            do
            {
                numbers.Enqueue((await area.Ejendom.Do(Flags.Of())).Number!);
            }
            while (!exchanged.IsCancellationRequested);
        }).ToList();

        foreach (var old in silos.Cluster.Silos)
        {
            await silos.Cluster.StartAdditionalSiloAsync();
            await silos.Cluster.StopSiloAsync(old);
            await area.Ejendom.Do(Flags.Of(Category.Stoej));
        }

        await exchanged.CancelAsync();
        await Task.WhenAll(writers);
        var log = await area.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(r => r.Seq));
        Assert.Equal(log.Count - 2, numbers.Distinct().Count());
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }
}
