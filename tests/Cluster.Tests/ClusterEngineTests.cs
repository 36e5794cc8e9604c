using Hub.Contracts;
using Hub.Grains.Tests;
using Hub.Storage;

namespace Hub.Cluster.Tests;

/// <summary>
/// The engine as grains of a cluster. A second engine on the same area is a second cluster on the same database: the area is awake twice, as it is
/// while a cluster is torn apart.
/// </summary>
public sealed class ClusterEngineTests(TwoClusters clusters) : EngineContract, IClassFixture<TwoClusters>
{
    protected override Task<Area> Open() => clusters.NewArea();

    [Fact]
    public async Task Web_hears_what_a_command_wrote_from_its_answer_and_need_not_ask_the_log()
    {
        await using var area = await clusters.NewArea();
        var (heard, asked) = (new List<(Head, IReadOnlyList<FeedRow>)>(), 0);
        area.Signal.Heard += (stream, head, rows) => heard.Add((head, rows));
        area.Signal.Stirred += _ => asked++;
        var key = Guid.NewGuid();

        await area.Ejendom.Send(Flags.Of(), key);

        var (head, rows) = Assert.Single(heard);
        Assert.Equal(await area.Store.ReadHead(area.Stream, default), head);
        Assert.Equal(await area.Store.ReadFeed(area.Stream, Kontorer.Alle, 0, 10, default), rows);
        Assert.Equal(0, asked);

        await area.Ejendom.Send(Flags.Of(), key);

        Assert.Equal((1, 1), (heard.Count, asked));
    }
}

/// <summary>Two clusters that know nothing of each other, on one database.</summary>
public sealed class TwoClusters : IAsyncLifetime
{
    private Ground _ground = null!;
    private TestSilos _one = null!;
    private TestSilos _other = null!;

    public async Task InitializeAsync()
    {
        _ground = await Ground.Create();
        _one = await TestSilos.Start(_ground, 2);
        _other = await TestSilos.Start(_ground, 1);
    }

    public Task<Area> NewArea()
    {
        _ground.Time.Set(Area.MondayNoon);
        var engines = 0;
        return _ground.NewArea((area, _) => (engines++ == 0 ? _one : _other).Engine(area));
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        await _ground.DisposeAsync();
    }
}
