using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hub.Contracts;
using Hub.Grains.InProcess;
using Hub.Grains.Tenants;
using Hub.Storage;

namespace Hub.Grains.Tests;

/// <summary>A boligområde with its people on a real store, SQLite where nothing else is said, and intent methods to act in it.</summary>
public sealed class Area : IAsyncDisposable
{
    private readonly string _folder;
    private readonly List<IBoligomraader> _engines = [];
    private readonly Func<Area, IEventLog, IBoligomraader> _engine;

    private Area(string folder, HubStore store, MovableTime time, Func<Area, IEventLog, IBoligomraader> engine)
    {
        (_folder, Store, Time, _engine) = (folder, store, time, engine);
        Snapshots = new AreaSnapshots(store.Snapshots, SnapshotFaults.Enqueue);
    }

    public static readonly DateTimeOffset MondayNoon = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    public HubStore Store { get; }

    public string Folder => _folder;

    public MovableTime Time { get; }

    public Guid Tenant { get; private init; }

    public Guid Id { get; private init; }

    public IReadOnlyList<Lejemaal> Doors { get; } =
    [
        new(Guid.NewGuid(), "Afd. 1", "Prøvestien 2, st. tv."),
        new(Guid.NewGuid(), "Afd. 1", "Prøvestien 2, 1. th."),
        new(Guid.NewGuid(), "Afd. 2", "Prøvestien 4, 2. tv."),
    ];

    public StreamKey Stream => new(Tenant, Id);

    public CommitSignal Signal { get; } = new();

    /// <summary>What could not be kept or read.</summary>
    public ConcurrentQueue<Exception> SnapshotFaults { get; } = [];

    public AreaSnapshots Snapshots { get; }

    public TenantDirectory Directory { get; private set; } = null!;

    public IBoligomraader Engine { get; private set; } = null!;

    public Person Ejendom => Who("ejendom", Kontor.Ejendomskontor);

    public Person Ejendom2 => Who("ejendom2", Kontor.Ejendomskontor);

    public Person Ejendomsleder => Who("ejendomsleder", Kontor.Ejendomskontor, Rolle.Leder);

    public Person Bestyrelse => Who("bestyrelse", Kontor.Bestyrelseskontor);

    public Person Boligsocial => Who("boligsocial", Kontor.BoligsocialtKontor);

    public Person Boligsocial2 => Who("boligsocial2", Kontor.BoligsocialtKontor, employer: Employer.Kommune);

    public Person Leder => Who("leder", Kontor.BoligsocialtKontor, Rolle.Leder);

    public Person Dpo => Who("dpo", null, Rolle.Dpo);

    public Person Admin => Who("admin", null, Rolle.Admin);

    public IReadOnlyList<Person> Everyone => [Ejendom, Ejendom2, Ejendomsleder, Bestyrelse, Boligsocial, Boligsocial2, Leder, Dpo, Admin];

    public static Task<Area> Open(Func<HubStore, IEventLog>? faults = null, Func<IBoligomraader, IBoligomraader>? around = null)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("hub-grains-").FullName;
        var time = new MovableTime(MondayNoon);
        var keys = TenantKeyRing.Parse($"test:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}");
        var store = HubStore.Open($"sqlite:{Path.Combine(folder, "hub.db")}", keys, time, erasures: Path.Combine(folder, "erasures"));
        return On(store, folder, time, (area, log) => around is null ? InProcess(area, log) : around(InProcess(area, log)), faults);
    }

    /// <summary>An area on a store of the caller's, which goes with the area.</summary>
    public static async Task<Area> On(
        HubStore store, string folder, MovableTime time, Func<Area, IEventLog, IBoligomraader> engine, Func<HubStore, IEventLog>? faults = null,
        StreamKey? called = null)
    {
        await store.Migrate();
        var stream = called ?? new StreamKey(Guid.NewGuid(), Guid.NewGuid());
        var area = new Area(folder, store, time, engine) { Tenant = stream.Tenant, Id = stream.Stream };
        area.Directory = new TenantDirectory(store, area.Signal, time);
        await area.SetUp();
        area.Engine = area.NewEngine(faults?.Invoke(store));
        return area;
    }

    /// <summary>Another engine on the same log, as a second node or a restart would be.</summary>
    public IBoligomraader NewEngine(IEventLog? log = null)
    {
        var engine = _engine(this, log ?? Store);
        _engines.Add(engine);
        return engine;
    }

    public async ValueTask DisposeAsync()
    {
        _engines.ForEach(e => (e as IDisposable)?.Dispose());
        await Snapshots.Settled;
        Directory.Dispose();
        await Store.DisposeAsync();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    public async Task<IReadOnlyList<Recorded>> Log()
    {
        var events = new List<Recorded>();
        await foreach (var recorded in Store.Read(Stream, 0, default))
        {
            events.Add(recorded);
        }

        return events;
    }

    /// <summary>Runs a command of the operator on the tenant's own stream.</summary>
    public Task Tell(TenantCommand command) => Directory.Execute(Tenant, Guid.Empty, new TenantRequest(Guid.NewGuid(), [], command), default);

    /// <summary>Puts the log back under the running engines, as a restore does: what came after a seq of a stream never happened, and the store has another id.</summary>
    public Task PutBack(StreamKey stream, long seq) => Store.Sqlite!.Writer.Run((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            update store set id = randomblob(16);
            delete from receipts where tenant = $1 and stream = $2 and command_id in (select command_id from events where tenant = $1 and stream = $2 and seq > $3);
            delete from events where tenant = $1 and stream = $2 and seq > $3;
            update heads set seq = $3 where tenant = $1 and stream = $2;
            """;
        command.Parameters.AddWithValue("$1", stream.Tenant.ToByteArray(bigEndian: true));
        command.Parameters.AddWithValue("$2", stream.Stream.ToByteArray(bigEndian: true));
        command.Parameters.AddWithValue("$3", seq);
        return command.ExecuteNonQuery();
    });

    /// <summary>The default edition's engine.</summary>
    public static InProcessBoligomraader InProcess(Area area, IEventLog log) =>
        new(log, area.Snapshots, area.Directory, area.Signal, area.Time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"));

    private async Task SetUp()
    {
        await Tell(new CreateTenant("proeve", "Prøvebo"));
        await Tell(new RegisterOmraade(Id, "Prøveparken", ["Afd. 1", "Afd. 2"], Doors));
        foreach (var p in Everyone)
        {
            await Tell(new GrantMembership(Id, p.Member.UserId, p.Member.Kontor, p.Member.Rolle, p.Member.Employer));
        }
    }

    private Person Who(string name, Kontor? kontor, Rolle rolle = Rolle.Medarbejder, Employer employer = Employer.Boligorganisation) =>
        new(this, name, new Membership(Tenant, Id, CommandIds.Derive(Tenant, name), kontor, rolle, employer));
}

/// <summary>Someone at work in the area.</summary>
public sealed record Person(Area Area, string Name, Membership Member)
{
    public Task<Answer> Send(Command command, Guid? key = null, byte[]? body = null, long? ifMatch = null, IBoligomraader? via = null) =>
        (via ?? Area.Engine).Execute(Member, new Request(key ?? Guid.NewGuid(), body ?? [1], command, ifMatch), default);

    public async Task<Receipt> Do(Command command)
    {
        var answer = await Send(command);
        return answer.Receipt ?? throw new InvalidOperationException($"{Name} was refused: {answer.Rejection!.Code}");
    }

    public async Task<RejectionCode?> Refused(Command command) => (await Send(command)).Rejection?.Code;

    public async Task<Guid> Flag(Category category = Category.Mistrivsel, PersonInput? beboer = null, LegalBasisInput? basis = null, Kontor? to = null) =>
        (await Do(Flags.Of(category, beboer: beboer, basis: basis, to: to))).CaseId!.Value;

    public async Task<CaseView?> Sees(Guid caseId) => (await Area.Engine.ReadCase(Member, caseId, default))?.Staff;

    public async Task<WorkspaceView> Workspace() => (await Area.Engine.ReadWorkspace(Member, default)).Staff!;

    public async Task<BoardWorkspaceView> Board() => (await Area.Engine.ReadWorkspace(Member, default)).Board!;
}

/// <summary>Flags with invented content.</summary>
public static class Flags
{
    public static readonly PersonInput Proevesen = new("Prøve Prøvesen", "Prøvestien 2, st. tv.", null, "12 34 56 78");

    public static FlagCase Of(
        Category category = Category.Mistrivsel, Severity severity = Severity.Mellem, string description = "Gardinerne er nede hele dagen.",
        PersonInput? beboer = null, IReadOnlyList<PartInput>? parter = null, bool boern = false, LegalBasisInput? basis = null, Kontor? to = null) =>
        new(category, severity, Vulnerability.Ukendt, description, beboer, parter ?? [], boern, Kilde.Medarbejder, null,
            basis ?? new LegalBasisInput(LegalBasisKind.IkkeSpurgt), to);

    public static LegalBasisInput Consent(params Kontor[] to) => new(
        LegalBasisKind.Samtykke, LegalBasisForm.Mundtligt, Recipients: to.Length == 0 ? null : to.Aggregate(Kontorer.Ingen, (s, k) => s | k.AsSet()));
}
