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

    private LiveArea(Area area)
    {
        (Area, Log) = (area, new FlakyLog(area.Store));
        Feed = new LiveFeed(Log, area.Signal, area.Directory, area.Engine, NullLogger<LiveFeed>.Instance);
    }

    public Area Area { get; }

    /// <summary>What the feed reads.</summary>
    public FlakyLog Log { get; }

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
        var viewer = Feed.ViewerOf(caller, person.Member.OmraadeId)!;
        var seq = Changes.SeqFor(viewer, await Area.Store.ReadHead(new StreamKey(person.Member.Tenant, person.Member.OmraadeId), default));
        var (watch, _) = await Feed.Open(viewer, epoch ?? await Epoch(person), after ?? seq, client.Listener, default);
        _watches.Add(watch);
        watch.Start();
        return client;
    }

    public Task<string> Epoch(Person person) => Feed.ReadEpoch(person.Member, default);

    public Task Grant(Person person, Kontor? kontor, Rolle rolle = Rolle.Medarbejder) =>
        Tell(new GrantMembership(Area.Id, person.Member.UserId, kontor, rolle, Employer.Boligorganisation));

    public Task Revoke(Person person) => Tell(new RevokeMembership(Area.Id, person.Member.UserId));

    /// <summary>Somebody of this area at work in another one too.</summary>
    public async Task<Person> Elsewhere(Person person)
    {
        var other = person with { Member = person.Member with { OmraadeId = Guid.NewGuid() } };
        await Tell(new RegisterOmraade(other.Member.OmraadeId, "Nabolaget", ["Afd. 3"], []));
        await Tell(new GrantMembership(other.Member.OmraadeId, other.Member.UserId, other.Member.Kontor, other.Member.Rolle, other.Member.Employer));
        return other;
    }

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
