namespace Hub.Bench;

/// <summary>What was asked for.</summary>
/// <param name="Only">The names of what is measured; empty: everything.</param>
/// <param name="Cluster">The cluster edition against the default edition, instead of Hub against the floor.</param>
/// <param name="Quick">Just long enough to see that everything works.</param>
/// <param name="Out">Where the raw figures go.</param>
internal sealed record Options(IReadOnlyList<string> Only, bool Cluster, bool Quick, string Out)
{
    public const string Usage = "usage: ./hub bench [--cluster] [--only NAME[,NAME]] [--quick] [--out FILE]";

    /// <summary>Null where something else was asked for.</summary>
    public static Options? Read(IReadOnlyList<string> args, string standard)
    {
        var options = new Options([], false, false, standard);
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--cluster":
                    options = options with { Cluster = true };
                    break;
                case "--quick":
                    options = options with { Quick = true };
                    break;
                case "--only" when i + 1 < args.Count:
                    options = options with { Only = args[++i].Split(',') };
                    break;
                case "--out" when i + 1 < args.Count:
                    options = options with { Out = Path.GetFullPath(args[++i]) };
                    break;
                default:
                    return null;
            }
        }

        return options.Only.All(Benchmarks.Names(options.Cluster).Contains) ? options : null;
    }
}
