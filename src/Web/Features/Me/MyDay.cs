using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Live;

namespace Hub.Web.Features.Me;

/// <summary>A person's day, gathered from every area and boligorganisation that is theirs.</summary>
public sealed record MyDay(IReadOnlyList<DayItem> Items, IReadOnlyList<DayPlace> Places)
{
    /// <summary>Whoever is out among the houses comes to flag; the desk comes second.</summary>
    public bool IsVicevaert => Places.Count > 0 && Places.All(p => p.Member is { Kontor: Kontor.Ejendomskontor, Rolle: Rolle.Medarbejder });

    internal static async Task<MyDay> Gather(
        IReadOnlyList<Membership> memberships, IBoligomraader omraader, LiveFeed live, DateTimeOffset now, CancellationToken ct)
    {
        var areas = await Task.WhenAll(memberships.Select(m => Area.Read(m, omraader, live, ct)));
        return new MyDay(
            [.. areas.SelectMany(a => a.Items(omraader, now)).OrderBy(i => i.Urgency).ThenBy(i => i.Order)],
            [.. areas.Select(a => a.Place)]);
    }

    /// <summary>What one area knows. Its epoch is read first, so that the live feed goes on from before what was read.</summary>
    private sealed record Area(Membership Member, string Epoch, Grains.Workspace Workspace)
    {
        public static async Task<Area> Read(Membership member, IBoligomraader omraader, LiveFeed live, CancellationToken ct) =>
            new(member, await live.ReadEpoch(member, ct), await omraader.ReadWorkspace(member, ct));

        public DayPlace Place => new(
            Member, Epoch, Workspace.Staff?.Seq ?? Workspace.Board!.Seq, Workspace.Staff?.Offices ?? Workspace.Board!.Offices)
        {
            Unseals = Workspace.Staff?.Unseals ?? [],
        };

        public IEnumerable<DayItem> Items(IBoligomraader omraader, DateTimeOffset now) => Workspace.Staff is { } staff
            ? new StaffDay(Member, omraader.OfficesOf(Member), staff, now).Items
            : new BoardDay(Member, Workspace.Board!, now).Items;
    }
}

/// <summary>One of a person's areas with how much its offices have.</summary>
public sealed record DayPlace(Membership Member, string Epoch, long Seq, IReadOnlyDictionary<Kontor, OfficeCount> Offices)
{
    /// <summary>Broken seals that the person is told of.</summary>
    public IReadOnlyList<UnsealNotice> Unseals { get; init; } = [];
}
