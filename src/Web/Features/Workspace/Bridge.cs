using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Web.Features.Workspace;

/// <summary>The bridge as one viewer sees it: three piers, and each card in its spot.</summary>
public sealed class Bridge
{
    private readonly ILookup<Spot, BridgeCard> rows;
    private readonly Dictionary<Guid, BridgeCard> cards;

    private Bridge(Kontor? own, IReadOnlyDictionary<Kontor, OfficeCount> offices, IEnumerable<BridgeCard> cards)
    {
        (Own, Offices) = (own, offices);
        this.cards = cards.ToDictionary(c => c.Id);
        rows = this.cards.Values.OrderBy(c => c.Order, StringComparer.Ordinal).ToLookup(c => c.Spot);
    }

    /// <summary>The viewer's own pier; null for those who work in no office.</summary>
    public Kontor? Own { get; }

    public IReadOnlyDictionary<Kontor, OfficeCount> Offices { get; }

    /// <summary>The own pier first.</summary>
    public IEnumerable<Kontor> Piers => PiersOf(Own);

    public IReadOnlyCollection<BridgeCard> Cards => cards.Values;

    /// <param name="view">The workspace, or the part of it around one thing.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="now">What is stuck depends on it.</param>
    public static Bridge Of(WorkspaceView view, Viewer viewer, DateTimeOffset now)
    {
        var placing = new Placing(viewer, now);
        return new Bridge(Placing.OwnPier(viewer), view.Offices, [.. Cases(view, placing), .. Matters(view, placing), .. Tasks(view, placing)]);
    }

    public IReadOnlyList<BridgeCard> Row(Kontor pier, Lane lane) => [.. rows[new Spot(pier, lane)]];

    public IReadOnlyList<BridgeCard> OwnRow(Lane lane) => Own is { } own ? Row(own, lane) : [];

    /// <summary>What is on its way to another pier.</summary>
    public IReadOnlyList<BridgeCard> Outgoing => [.. cards.Values.Where(c => c.Spot.Lane == Lane.PaaVej).OrderBy(c => c.Order, StringComparer.Ordinal)];

    public static IEnumerable<Kontor> PiersOf(Kontor? own) => Enum.GetValues<Kontor>().OrderBy(k => k != own);

    public BridgeCard? Find(Guid id) => cards.GetValueOrDefault(id);

    private static IEnumerable<BridgeCard> Cases(WorkspaceView view, Placing placing)
    {
        var handovers = view.Handovers.ToDictionary(h => h.CaseId);
        var tasks = view.Tasks.Where(t => t.Status == TaskState.Aaben && !placing.Ours(t.Kontor)).ToLookup(t => t.CaseId);
        var matters = view.Matters.Where(m => m.RespondBy is not null && !placing.Ours(m.Kontor)).ToLookup(m => m.CaseId);
        foreach (var c in view.Cases)
        {
            var handover = handovers.GetValueOrDefault(c.CaseId);
            var (asked, awaited) = (tasks[c.CaseId].ToList(), matters[c.CaseId].ToList());
            if (placing.Of(c, handover, asked.Count + awaited.Count > 0) is { } spot)
            {
                yield return new CaseOnBridge(c, handover, asked, awaited, spot, Ordering.Of(c, handover, placing.Reader));
            }
        }
    }

    private static IEnumerable<BridgeCard> Matters(WorkspaceView view, Placing placing) =>
        from m in view.Matters
        let spot = placing.Of(m)
        where spot is not null
        select new MatterOnBridge(m, spot.Value, Ordering.Of(m));

    private static IEnumerable<BridgeCard> Tasks(WorkspaceView view, Placing placing)
    {
        var cases = view.Cases.ToDictionary(c => c.CaseId);
        return from t in view.Tasks
               let c = t.CaseId is { } id ? cases.GetValueOrDefault(id) : null
               let spot = placing.Of(t, c is not null && c.Status != CaseStatus.Afsluttet && placing.Ours(c.Kontor))
               where spot is not null
               select new TaskOnBridge(t, c?.Number, spot.Value, Ordering.Of(t));
    }
}
