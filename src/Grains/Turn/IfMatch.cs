using Hub.Contracts;
using Hub.Domain;
using Hub.Domain.Access;

namespace Hub.Grains.Turn;

/// <summary>Refuses a command on a case that has changed, visibly to the caller, since the caller looked.</summary>
internal static class IfMatch
{
    public static Rejection? Refusal(WorkspaceState state, Viewer viewer, Request request)
    {
        var caseId = request.Command switch
        {
            CaseCommand x => x.CaseId,
            HandoverCommand x => state.Handovers.GetValueOrDefault(x.HandoverId),
            _ => Guid.Empty,
        };
        if (request.IfMatch is not { } seen || state.Case(caseId) is not { } c)
        {
            return null;
        }

        var last = viewer.IsBoard ? c.Reached.Bestyrelseskontor.Seq : c.Reached.By(viewer.StaffOffices).Seq;
        return last > seen ? new Rejection(RejectionCode.Changed) : null;
    }
}
