using Hub.Contracts;
using Orleans;

namespace Hub.Grains.Cluster;

/// <summary>A boligområde in the cluster, called by <see cref="Storage.GrainKey"/>. Each method is the one of <see cref="IBoligomraader"/> with its name.</summary>
[Alias("hub.boligomraade")]
public interface IBoligomraadeGrain : IGrainWithStringKey
{
    [Alias("execute")]
    Task<Answer> Execute([Immutable] Membership member, [Immutable] Request request);

    [Alias("workspace")]
    Task<Workspace> ReadWorkspace([Immutable] Membership member);

    [Alias("about")]
    Task<Workspace> ReadAbout([Immutable] Membership member, Guid id);

    [Alias("case")]
    Task<CaseAnswer?> ReadCase([Immutable] Membership member, Guid caseId);

    [Alias("matter")]
    Task<MatterAnswer?> ReadMatter([Immutable] Membership member, Guid matterId);

    [Alias("anmodning")]
    Task<AnmodningView?> ReadAnmodning([Immutable] Membership member, Guid anmodningId);

    [Alias("ownFlags")]
    Task<OwnFlags> ReadOwnFlags([Immutable] Membership member);

    [Alias("receipt")]
    Task<Receipt?> ReadReceipt([Immutable] Membership member, Guid commandId);

    [Alias("textOwner")]
    Task<Guid?> ReadTextOwner([Immutable] Membership member, Guid caseId);
}

/// <summary>What became of a member's flags, in one piece.</summary>
public sealed record OwnFlags(IReadOnlyList<OwnFlag> Flags)
{
    /// <summary>Never what is in it: what carries it between processes may log it.</summary>
    public override string ToString() => nameof(OwnFlags);
}
