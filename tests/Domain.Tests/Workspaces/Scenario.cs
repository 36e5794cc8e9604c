using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;
using Hub.Domain.Tests.Time;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>
/// A boligområde in memory: given what has happened, when someone sends a command, then these events follow. Rights are
/// checked, audiences computed and deadlines kept as in a turn. It starts on Monday 2026-03-02 at 10 local time.
/// </summary>
internal sealed class Scenario
{
    private readonly List<Recorded> log = [];
    private readonly HashSet<Deadline> deadlines = [];
    private int commands;

    public Scenario(OmraadeSettings? settings = null, IReadOnlyList<Membership>? members = null)
    {
        Area = new AreaFacts(
            settings ?? OmraadeSettings.Standard, members ?? Cast.Everyone, [new Lejemaal(Beboere.Doer, "Nordlyset", "Nordlysvej 12, 3. tv")],
            ["Nordlyset", "Nordlysvej 12, 3. tv"], Copenhagen.Zone);
    }

    public AreaFacts Area { get; set; }

    public WorkspaceState State { get; private set; } = WorkspaceState.Empty;

    public DateTimeOffset Now { get; set; } = Copenhagen.At("2026-03-02 10:00");

    public IReadOnlyList<Recorded> Log => log;

    public IReadOnlyCollection<Deadline> Deadlines => deadlines;

    public Result When(Membership actor, Command command, Guid? commandId = null)
    {
        var viewer = Viewer.Of(actor, Area);
        if (Permissions.Check(State, viewer, command, Now) is { } refusal)
        {
            return new Result([], new Receipt(0, 0), refusal);
        }

        var context = new Context(actor, commandId ?? Cast.Id(1000 + ++commands), Now, Area) { History = command is TextCommand about ? History(about.CaseId) : [] };
        var decision = WorkspaceDecide.Decide(State, command, context);
        return new Result(Append(decision.Events, actor, viewer, context.CommandId), decision.Receipt, decision.Rejection);
    }

    public Result Given(Membership actor, Command command) => When(actor, command).Accepted();

    public Guid Flag(Membership by, FlagCase? flag = null) => Given(by, flag ?? Beboere.Worry()).Receipt.CaseId!.Value;

    /// <summary>A case that boligsocialt kontor works: flagged by the vicevært, with consent to tell, and picked up.</summary>
    public Guid Picked(FlagCase? flag = null, Membership? by = null)
    {
        var id = Flag(Cast.Vicevaert, flag ?? Beboere.Worry() with { LegalBasis = Beboere.Consent() });
        Given(by ?? Cast.Boligsocial, new PickUpCase(id));
        return id;
    }

    public Guid Offered(Guid caseId, Membership by, Kontor to) => Given(by, Beboere.Offer(caseId, to)).Receipt.HandoverId!.Value;

    /// <summary>Lets a deadline of this kind come due and be met.</summary>
    public Result Meet(DeadlineKind kind)
    {
        var deadline = Assert.Single(deadlines, d => d.Kind == kind);
        Now = deadline.Due > Now ? deadline.Due : Now;
        return Meet(deadline);
    }

    public Result Meet(Deadline deadline) => When(new Membership(Cast.Tenant, Cast.Omraade, Guid.Empty, null, Rolle.Admin, default), new MeetDeadline(deadline));

    public Case Case(Guid id) => State.Case(id)!;

    public Viewer Seen(Membership by) => Viewer.Of(by, Area);

    public CaseView? View(Membership by, Guid id) => Views.View.Case(State, Case(id), History(id), Seen(by), Now, Area);

    public WorkspaceView Workspace(Membership by) => Views.View.Workspace(State, Seen(by), Now, Area);

    public BoardWorkspaceView Board() => Views.View.BoardWorkspace(State, Seen(Cast.Bestyrelse), Now, Area);

    public IReadOnlyList<Recorded> History(Guid caseId) => [.. log.Where(r => Concerns(r.Event, caseId))];

    private bool Concerns(Event e, Guid caseId) => e switch
    {
        CaseEvent x => x.CaseId == caseId,
        AnmodningEvent x => State.Anmodninger[x.AnmodningId].CaseId == caseId,
        TaskEvent x => State.Task(x.TaskId)?.CaseId == caseId,
        MatterEvent x => State.Matter(x.MatterId)?.CaseId == caseId,
        _ => false,
    };

    private List<Recorded> Append(IReadOnlyList<Event> events, Membership actor, Viewer viewer, Guid commandId)
    {
        var (before, appended) = (State, new List<Recorded>());
        foreach (var e in events)
        {
            var blank = new Recorded(State.Seq + 1, null, Guid.Empty, commandId, Now, actor.UserId, null, default, e);
            var audience = Audiences.Of(State, WorkspaceApply.Apply(State, blank), e);
            var recorded = blank with { Audience = audience, From = viewer.ActsFor(Kontorer.Alle), BoardSeq = audience.Reached.Has(Kontor.Bestyrelseskontor) ? State.BoardSeq + 1 : null };
            State = WorkspaceApply.Apply(State, recorded);
            appended.Add(recorded);
        }

        log.AddRange(appended);
        var (set, clear) = Domain.Deadlines.Diff(before, State, events);
        deadlines.RemoveWhere(d => clear.Contains((d.Kind, d.Subject)) || set.Any(s => (s.Kind, s.Subject) == (d.Kind, d.Subject)));
        deadlines.UnionWith(set);
        return appended;
    }
}
