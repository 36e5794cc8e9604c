using Hub.Contracts;

namespace Hub.Web.Features.Workspace;

/// <summary>Something that stands on the bridge, once.</summary>
/// <param name="Id">The case, matter or task.</param>
/// <param name="Spot">Where it stands.</param>
/// <param name="Order">Its place in the row: the smaller text first.</param>
public abstract record BridgeCard(Guid Id, Spot Spot, string Order);

/// <summary>A case, with the handover it hangs on and what it waits for.</summary>
public sealed record CaseOnBridge(
    CaseCard Card, HandoverCard? Handover, IReadOnlyList<TaskCard> Tasks, IReadOnlyList<MatterCard> Matters, Spot Spot, string Order)
    : BridgeCard(Card.CaseId, Spot, Order);

public sealed record MatterOnBridge(MatterCard Card, Spot Spot, string Order) : BridgeCard(Card.MatterId, Spot, Order);

/// <summary>A task, with the number of its case where the viewer knows the case.</summary>
public sealed record TaskOnBridge(TaskCard Card, string? Number, Spot Spot, string Order) : BridgeCard(Card.TaskId, Spot, Order);
