using Hub.Contracts;
using Hub.Grains;
using Hub.Grains.InProcess;
using Hub.Grains.Tenants;
using Hub.Storage;
using Hub.Web.Demo;

namespace Hub.Bench.Site;

/// <summary>Makes boligområder and what has happened in them, by the commands that people send, past HTTP.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");
    private static readonly string[] Roles = ["ejendom", "ejendomsleder", "boligsocial", "leder", "bestyrelse"];

    private readonly CommitSignal _signal = new();

    public Ground(HubStore store)
    {
        Store = store;
        Directory = new TenantDirectory(store, _signal, TimeProvider.System);
        Snapshots = new AreaSnapshots(store.Snapshots, e => throw new InvalidOperationException("A snapshot failed.", e));
    }

    public static Guid Tenant { get; } = DemoIds.Tenant("nordbo");

    public HubStore Store { get; }

    public TenantDirectory Directory { get; }

    public AreaSnapshots Snapshots { get; }

    /// <summary>An engine of its own, as a node has one.</summary>
    public InProcessBoligomraader NewEngine(TimeProvider? time = null) => new(Store, Snapshots, Directory, _signal, time ?? TimeProvider.System, Zone);

    /// <summary>A boligområde of nordbo, with one or two people in each office.</summary>
    public Task<Guid> NewOmraade(string name) => NewOmraade(Tenant, name, [.. Roles.Select(r => DemoIds.User($"{r}@nordbo.example")).Zip(Roles).Select(Standing)]);

    /// <summary>The same, several times.</summary>
    public async Task<List<Guid>> NewOmraader(string name, int count)
    {
        var omraader = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            omraader.Add(await NewOmraade($"{name}-{i + 1}"));
        }

        return omraader;
    }

    /// <summary>A boligområde with given people.</summary>
    public async Task<Guid> NewOmraade(Guid tenant, string name, IReadOnlyList<(Guid User, Kontor Kontor, Rolle Rolle)> people)
    {
        var id = Guid.NewGuid();
        await Tell(tenant, new RegisterOmraade(id, name, ["Afdeling Prøvestien"], []));
        foreach (var (user, kontor, rolle) in people)
        {
            await Tell(tenant, new GrantMembership(id, user, kontor, rolle, Employer.Boligorganisation));
        }

        return id;
    }

    public async Task Tell(Guid tenant, TenantCommand command)
    {
        if (await Directory.Execute(tenant, Guid.Empty, new TenantRequest(Guid.NewGuid(), [], command), default) is { Rejection: { } refused })
        {
            throw new InvalidOperationException($"{command.GetType().Name} was refused: {refused.Code}.");
        }
    }

    public Membership Member(string role, Guid omraade) =>
        Directory.Find(DemoIds.User($"{role}@nordbo.example"), omraade) ?? throw new InvalidOperationException($"{role} works elsewhere.");

    public async ValueTask DisposeAsync()
    {
        await Snapshots.Settled;
        Directory.Dispose();
        await Store.DisposeAsync();
    }

    private static (Guid, Kontor, Rolle) Standing((Guid User, string Role) person) => person.Role switch
    {
        "ejendom" => (person.User, Kontor.Ejendomskontor, Rolle.Medarbejder),
        "ejendomsleder" => (person.User, Kontor.Ejendomskontor, Rolle.Leder),
        "boligsocial" => (person.User, Kontor.BoligsocialtKontor, Rolle.Medarbejder),
        "leder" => (person.User, Kontor.BoligsocialtKontor, Rolle.Leder),
        _ => (person.User, Kontor.Bestyrelseskontor, Rolle.Medarbejder),
    };
}
