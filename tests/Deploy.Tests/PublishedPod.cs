using System.Diagnostics;
using Hub.Web.Tests.Architecture;

namespace Hub.Deploy.Tests;

/// <summary>What is shipped, with what a pod gives it: a user without rights, a program that nobody can change, and a folder of its own.</summary>
internal sealed class PublishedPod : IAsyncDisposable
{
    private const string User = "1654";

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly TempFolder folder = new();

    private PublishedPod()
    {
    }

    public string Program => folder.File("app");

    public string Volumes => folder.File("volumes");

    /// <summary>Publishes what has been built.</summary>
    public static async Task<PublishedPod> Of(string project, params string[] options)
    {
        var pod = new PublishedPod();
        await Run.Output("dotnet", ["publish", Path.Combine(Repository.Root, "src", project), "-c", Configuration, "--no-build", "-v", "quiet", "--nologo", "-o", pod.Program, .. options]);
        Directory.CreateDirectory(Path.Combine(pod.Volumes, "tmp"));
        await Run.Output("chmod", ["-R", "a=rX", pod.Program]);
        await Run.Output("chmod", ["755", pod.folder.Path]);
        if (Environment.IsPrivilegedProcess)
        {
            await Run.Output("chown", ["-R", $"{User}:{User}", pod.Volumes]);
        }

        return pod;
    }

    /// <summary>Where the tests run as root, another user does it, with no rights to get any; otherwise we are one ourselves.</summary>
    public ProcessStartInfo AsUser(params string[] command)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", [$"--reuid={User}", $"--regid={User}", "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", .. command])
            : new ProcessStartInfo(command[0], command[1..]);
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        (start.Environment["PATH"], start.Environment["TMPDIR"], start.WorkingDirectory) = (path, Path.Combine(Volumes, "tmp"), Program);
        return start;
    }

    public List<(string Path, DateTime Written, long Length)> Shipped() =>
        [.. new DirectoryInfo(Program).EnumerateFiles("*", SearchOption.AllDirectories).Select(f => (f.FullName, f.LastWriteTimeUtc, f.Length)).Order()];

    /// <summary>What a folder of deploy/k8s sets for all of Hub's processes.</summary>
    public static IEnumerable<(string Name, string Value)> Settings(string part) =>
        from line in Repository.Read($"deploy/k8s/{part}/settings.env").Split('\n')
        where line.Length > 0 && line[0] != '#'
        let pair = line.Split('=', 2)
        select (pair[0], pair[1]);

    public async ValueTask DisposeAsync()
    {
        await Run.Output("chmod", ["-R", "u+w", folder.Path]);
        folder.Dispose();
    }
}
