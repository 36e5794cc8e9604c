namespace Hub.Silo;

/// <summary>The silo of the default edition, which has none.</summary>
internal static class Program
{
    private static int Main()
    {
        Console.Error.WriteLine("hub: this build has no cluster engine (build it with -p:Edition=Cluster)");
        return 1;
    }
}
