using System.Security.Claims;
using Hub.Contracts;
using Hub.Grains;
using Hub.Grains.Tests;
using Hub.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Web.Tests.Live;

/// <summary>An area on a real store with its live feed, and people who watch it.</summary>
internal sealed class LiveArea : IAsyncDisposable
{
    private readonly List<Watch> _watches = [];

    private LiveArea(Area area) =>
        (Area, Feed) = (area, new LiveFeed(area.Store, area.Signal, area.Directory, area.Engine, NullLogger<LiveFeed>.Instance));

    public Area Area { get; }

    public LiveFeed Feed { get; }

    public static async Task<LiveArea> Open()
    {
        var live = new LiveArea(await Area.Open());
        await live.Feed.StartAsync(default);
        return live;
    }

    /// <summary>Watches from where the log stands now, or from a cursor.</summary>
    public async Task<RecordingClient> Watch(Person person, long? after = null, string? epoch = null)
    {
        var caller = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Member.UserId.ToString())]));
        var client = new RecordingClient(caller);
        var viewer = Feed.ViewerOf(caller, Area.Id)!;
        var seq = Changes.SeqFor(viewer, await Area.Store.ReadHead(Area.Stream, default));
        var (watch, _) = await Feed.Open(viewer, epoch ?? await Epoch(person), after ?? seq, client.Listener, default);
        _watches.Add(watch);
        watch.Start();
        return client;
    }

    public Task<string> Epoch(Person person) => Feed.ReadEpoch(person.Member, default);

    public Task Grant(Person person, Kontor? kontor, Rolle rolle = Rolle.Medarbejder) =>
        Tell(new GrantMembership(Area.Id, person.Member.UserId, kontor, rolle, Employer.Boligorganisation));

    public Task Revoke(Person person) => Tell(new RevokeMembership(Area.Id, person.Member.UserId));

    public Watch LastWatch => _watches[^1];

    public Task EndLastWatch() => LastWatch.End();

    public async ValueTask DisposeAsync()
    {
        foreach (var watch in _watches)
        {
            await watch.End();
        }

        await Feed.StopAsync(default);
        Feed.Dispose();
        await Area.DisposeAsync();
    }

    private Task Tell(TenantCommand command) => Area.Directory.Execute(Area.Tenant, Guid.Empty, new TenantRequest(Guid.NewGuid(), [], command), default);
}
