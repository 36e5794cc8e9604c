using System.Net;
using Hub.Contracts;
using Hub.Grains.Cluster;
using Hub.Grains.Tests;
using Hub.Silo.Cluster;
using Hub.Web.Hosting;
using Hub.Web.Tests.Durability;
using Hub.Web.Tests.Hosting;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Cluster.Tests;

/// <summary>Web before its first silo: after a restore everything comes up at once, and what was erased has to be erased again by somebody.</summary>
public sealed class FirstSiloTests : IAsyncLifetime
{
    /// <summary>Each try takes a second: whoever calls a silo without waiting for one has given up by then, and ended the process.</summary>
    private static readonly int TriesThatTakeLongerThanACall = (int)(Persistence.Patience + ClusterSetup.AnswerWithin).TotalSeconds;

    private readonly LogLines _log = new();
    private Ground _ground = null!;
    private Area _area = null!;
    private HubServer _web = null!;

    public async Task InitializeAsync()
    {
        _ground = await Ground.Create();
        _area = await _ground.NewArea(Area.InProcess);
        _web = new HubServer { Log = _log };
        foreach (var (name, value) in new[]
        {
            ("HUB_DATABASE", _ground.Address), ("HUB_TENANT_KEY", _ground.Key), ("HUB_ERASURES", _ground.Erasures), ("HUB_CLUSTER", "first"), ("HUB_DEMO", "false"),
            ("Logging:LogLevel:Hub", "Warning"), ("Logging:Console:LogLevel:Default", "None"),
        })
        {
            _web.Settings[name] = value;
        }
    }

    public async Task DisposeAsync()
    {
        await _web.DisposeAsync();
        await _area.DisposeAsync();
        await _ground.DisposeAsync();
    }

    [Fact]
    public async Task Art_17_Web_is_up_and_not_ready_until_a_silo_comes_however_late_and_erases_again_what_a_restore_brought_back_before_it_serves()
    {
        var id = await _area.Ejendom.Flag(beboer: Flags.Proevesen);
        // As if the log had been put back to before it.
        var lost = new Recorded(2, null, Guid.NewGuid(), Guid.NewGuid(), _ground.Time.GetUtcNow(), Guid.Empty, null, default, new PersonsErased(id, []));
        _area.Store.Erasures.ListMissing(_area.Stream, [lost], []);
        await _web.StartUnready();
        using var client = _web.NewClient();
        for (var tries = 1; tries <= TriesThatTakeLongerThanACall; tries++)
        {
            await Tried(tries);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        }

        Assert.DoesNotContain(await _area.Log(), r => r.Event is PersonsErased);

        using var silo = await StartSilo();

        await _web.Services.GetRequiredService<Readiness>().WhenReached;
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal([id], (await _area.Log()).Select(r => r.Event).OfType<PersonsErased>().Select(e => e.CaseId));
    }

    private async Task Tried(int times)
    {
        while (_log.All.Count(l => l.Category.EndsWith(nameof(ClusterLink), StringComparison.Ordinal) && l.Text.StartsWith("No silo", StringComparison.Ordinal)) < times)
        {
            await Task.Delay(50);
        }
    }

    private Task<HubProcess> StartSilo() => HubProcess.Start(typeof(SiloSetup).Assembly.Location, _web.Folder, _ground.Address, _ground.Key, null,
    [
        ("HUB_CLUSTER", "first"), ("HUB_ERASURES", _ground.Erasures), ("HUB_SILO_ADDRESS", "127.0.0.1"),
        ("HUB_SILO_PORT", $"{HubProcess.FreePort()}"), ("HUB_GATEWAY_PORT", $"{HubProcess.FreePort()}"),
    ]);
}
