namespace Hub.Web.Tests.Architecture;

/// <summary>The checked-out files that these tests read.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotOurs = ["bin", "obj", "node_modules", ".git", ".hub", "TestResults", "results", "lib"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file that was written by hand, as a path from the root.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Below(new DirectoryInfo(Root)).Select(f => Path.GetRelativePath(Root, f.FullName))];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(Below));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Hub.sln is nowhere above the tests.");
        }

        return folder.FullName;
    }
}
