using System.Text;
using Hub.Contracts;
using Hub.Grains.Cluster;
using Hub.Grains.InProcess;
using Hub.Grains.Tests;
using Hub.Grains.Turn;
using Hub.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Hub.Cluster.Tests;

/// <summary>Areas come into a silo's memory and leave it, and what the grain keeps meanwhile is sealed like everything else.</summary>
public sealed class LifetimeTests : IAsyncLifetime
{
    private readonly FlakyLogs _logs = new();
    private Ground _ground = null!;
    private TestSilos _silos = null!;
    private Area _area = null!;

    public async Task InitializeAsync()
    {
        _ground = await Ground.Create();
        _silos = await TestSilos.Start(_ground, 1, _logs.Add);
        _area = await NewArea();
    }

    public async Task DisposeAsync()
    {
        await _area.DisposeAsync();
        await _silos.DisposeAsync();
        await _ground.DisposeAsync();
    }

    [Fact]
    public async Task An_idle_area_leaves_memory_and_comes_back_from_the_state_of_its_grain()
    {
        await Flag(SnapshotKeeper.FewestOnLeaving);
        Assert.Equal(1, await Awake());

        await LetGoOfIdle();

        Assert.Equal(0, await Awake());
        _logs.Forget();
        Assert.Equal(SnapshotKeeper.FewestOnLeaving, (await _area.Ejendom.Workspace()).Cases.Count);
        Assert.Equal([SnapshotKeeper.FewestOnLeaving - 1], _logs.ReadsAfter);
    }

    [Fact]
    public void An_area_is_idle_after_as_long_as_in_the_default_edition()
    {
        var silo = _silos.Cluster.GetSiloServiceProvider(_silos.Cluster.Silos[0].SiloAddress);

        Assert.Equal(AreaMap.IdleAfter, silo.GetRequiredService<IOptions<GrainCollectionOptions>>().Value.CollectionAge);
    }

    [Fact]
    public async Task What_the_grain_keeps_holds_no_name_and_no_text_in_the_clear()
    {
        await Flag(SnapshotKeeper.FewestOnLeaving);
        await LetGoOfIdle();

        var kept = Encoding.UTF8.GetString(Assert.Single(await Kept()));

        Assert.DoesNotContain("Prøvesen", kept);
        Assert.DoesNotContain("Gardinerne", kept);
        Assert.Equal("Prøve Prøvesen", (await _area.Ejendom.Workspace()).Cases[0].Identity!.Name);
    }

    [Fact]
    public async Task An_erasure_takes_what_the_grain_keeps_away_and_the_area_goes_on_and_is_kept_again()
    {
        await Flag(SnapshotKeeper.FewestOnLeaving);
        await LetGoOfIdle();
        var cases = (await _area.Ejendom.Workspace()).Cases;
        Assert.Single(await Kept());

        await _area.Dpo.Do(new ErasePersons(cases[0].CaseId));
        Assert.Empty(await Kept());
        await Flag(SnapshotKeeper.FewestOnLeaving);
        await LetGoOfIdle();

        Assert.Single(await Kept());
        Assert.Equal(IdentityState.Ingen, (await _area.Ejendom.Workspace()).Cases.Single(c => c.CaseId == cases[0].CaseId).Identity!.State);
    }

    [Fact]
    public async Task What_cannot_be_read_of_the_state_is_made_again_from_the_log()
    {
        await Flag(SnapshotKeeper.FewestOnLeaving);
        await LetGoOfIdle();
        await _ground.Database.Run("update orleansstorage set payloadbinary = substring(payloadbinary for 100)");

        Assert.Equal(SnapshotKeeper.FewestOnLeaving, (await _area.Ejendom.Workspace()).Cases.Count);
    }

    [Fact]
    public async Task An_area_that_hangs_takes_up_no_more_than_its_share_and_another_is_served()
    {
        await using var other = await NewArea();
        await other.Ejendom.Flag();
        await _area.Ejendom.Workspace();
        var hold = new Hold();
        _logs.HoldNext(hold);
        var waiting = Enumerable.Range(0, ClusterBoligomraader.MostForOneArea).Select(_ => _area.Ejendom.Send(Flags.Of())).ToList();
        await hold.Taken;

        await Assert.ThrowsAsync<StoreBusyException>(() => _area.Ejendom.Send(Flags.Of()));
        await other.Ejendom.Flag();

        Assert.Equal(2, (await other.Ejendom.Workspace()).Cases.Count);
        Assert.DoesNotContain(waiting, w => w.IsCompleted);
        hold.Release();
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task A_member_is_not_served_by_the_grain_of_another_area()
    {
        await using var other = await NewArea();
        var grain = _silos.Cluster.Client.GetGrain<IBoligomraadeGrain>(GrainKey.Of(other.Stream));

        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.ReadWorkspace(_area.Ejendom.Member));
    }

    private Task<Area> NewArea() => _ground.NewArea((area, _) => _silos.Engine(area));

    private Task Flag(int times) => Task.WhenAll(Enumerable.Range(0, times).Select(_ => _area.Ejendom.Flag(beboer: Flags.Proevesen)));

    private Task LetGoOfIdle() => Management.ForceActivationCollection(TimeSpan.Zero);

    private async Task<int> Awake() => (await Management.GetDetailedGrainStatistics()).Count(g => g.GrainId.Type.ToString() == "boligomraade");

    private IManagementGrain Management => _silos.Cluster.Client.GetGrain<IManagementGrain>(0);

    private async Task<List<byte[]>> Kept()
    {
        await using var connection = new NpgsqlConnection(_ground.Database.AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select payloadbinary from orleansstorage", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<byte[]>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetFieldValue<byte[]>(0));
        }

        return rows;
    }
}
