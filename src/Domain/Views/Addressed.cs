using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Domain.Views;

/// <summary>
/// Whether what an event says, and not only that it happened, is addressed to the viewer. An office that has flagged or
/// handed over follows the case; what the holder writes down about it afterwards is not written to that office.
/// </summary>
internal sealed class Addressed
{
    private readonly Viewer viewer;
    private readonly long refused;
    private readonly HashSet<long> held = [];

    public Addressed(IReadOnlyList<Recorded> history, Viewer viewer)
    {
        this.viewer = viewer;
        refused = history.LastOrDefault(r => r.Event is IdentityForgotten)?.Seq ?? 0;
        var (holder, asked) = (default(Kontor?), default(Kontor?));
        foreach (var recorded in history)
        {
            (holder, asked) = recorded.Event switch
            {
                CaseFlagged x => (x.Kontor, null),
                HandoverOffered x => (holder, x.ToKontor),
                HandoverAccepted => (asked, null),
                _ => (holder, asked),
            };
            if (Is(holder))
            {
                held.Add(recorded.Seq);
            }
        }
    }

    // Once the beboer has said no, nothing can be masked any more: the name is gone, but it may stand in what was written
    // before. That stays with the office that wrote it.
    public bool To(Recorded recorded) => Is(recorded.From) || (recorded.Seq >= refused && recorded.Event switch
    {
        LegalBasisRecorded x => held.Contains(recorded.Seq) || x.Basis.Recipients.Overlaps(viewer.StaffOffices),
        CaseUnsealed or HoldPlaced or CaseRestricted or DisclosureRecorded or CaseClosed or CaseReopened => held.Contains(recorded.Seq),
        _ => true,
    });

    private bool Is(Kontor? kontor) => kontor is { } k && viewer.StaffOffices.Has(k);
}
