using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Matters;
using Hub.Domain.Tenants;

namespace Hub.Domain.Access;

/// <summary>
/// Reads <see cref="AccessTable"/>. What one cannot see counts as not there; what one can see but may not do is not allowed.
/// </summary>
public static class Permissions
{
    public static Rejection NotFound { get; } = new(RejectionCode.NotFound);

    public static Rejection NotAllowed { get; } = new(RejectionCode.NotAllowed);

    /// <summary>Null when the viewer may send the command; the same answer for foreign and absent.</summary>
    public static Rejection? Check(WorkspaceState state, Viewer viewer, Command command, DateTimeOffset now)
    {
        foreach (var step in AccessTable.Of(command).Steps)
        {
            if (step.Named(command) is { } id && step.Refusal(Relations.To(step, id, state, viewer, command, now)) is { } refusal)
            {
                return refusal;
            }
        }

        return Apps.Lets(viewer.Member, command) ? null : NotAllowed;
    }

    /// <summary>Whether somebody who looks at the case may send the command about it.</summary>
    public static bool May(CaseCommand command, Case c, Viewer viewer, DateTimeOffset now) =>
        Apps.Lets(viewer.Member, command) && Enough(command, Relations.To(c, viewer, command, now));

    /// <summary>The same for a matter.</summary>
    public static bool May(MatterCommand command, Matter m, Viewer viewer) => Apps.Lets(viewer.Member, command) && Enough(command, Relations.To(m, viewer));

    /// <summary>Whether the user may send the command to the boligorganisation itself.</summary>
    public static bool May(TenantCommand command, TenantState tenant, Guid user) =>
        (AccessTable.Tenant[command.GetType()] & Relations.To(tenant, user)) != 0;

    private static bool Enough(Command command, Relation relation) => AccessTable.Of(command).Steps[0].Refusal(relation) is null;
}
