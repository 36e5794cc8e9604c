namespace Hub.Bench.Site;

/// <summary>Where the turns of a Hub run.</summary>
internal enum Topology
{
    /// <summary>In Web: the default edition.</summary>
    InProcess,

    /// <summary>In a silo, which is a process of its own.</summary>
    OwnSilo,

    /// <summary>In a silo inside Web (HUB_CLUSTER=localhost).</summary>
    SiloInWeb,
}
