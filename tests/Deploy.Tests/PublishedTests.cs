using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Hub.Web.Tests.Architecture;
using Hub.Web.Tests.Durability;

namespace Hub.Deploy.Tests;

/// <summary>What is shipped runs with what a pod gives it: a user without rights, a program that nobody can change, the settings of the overlay for one machine.</summary>
public sealed class PublishedTests : IAsyncLifetime
{
    private const string User = "1654";

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly TempFolder folder = new();

    private string Program => folder.File("app");

    private string Volumes => folder.File("volumes");

    public async Task InitializeAsync()
    {
        await Run.Output("dotnet", ["publish", Path.Combine(Repository.Root, "src", "Web"), "-c", Configuration, "--no-build", "-v", "quiet", "--nologo", "-o", Program]);
        Directory.CreateDirectory(Path.Combine(Volumes, "tmp"));
        await Run.Output("chmod", ["-R", "a=rX", Program]);
        await Run.Output("chmod", ["755", folder.Path]);
        if (Environment.IsPrivilegedProcess)
        {
            await Run.Output("chown", ["-R", $"{User}:{User}", Volumes]);
        }
    }

    [Fact]
    public async Task The_published_output_serves_as_a_user_without_rights_and_changes_none_of_its_files()
    {
        var shipped = Shipped();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run.Output(AsUser("touch", Path.Combine(Program, "new"))));
        var address = FreeAddress.Of();

        using var hub = await HubProcess.Start(Pod(address), address);
        // As the ingress controller says it, whose word counts.
        using var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { { "X-Forwarded-Proto", "https" } } };
        var status = await File.ReadAllLinesAsync($"/proc/{hub.Id}/status");

        Assert.Equal("ready", await client.GetStringAsync("/health/ready"));
        Assert.Contains("lang=\"da\"", await client.GetStringAsync("/login"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/lib/htmx.min.js")).StatusCode);
        Assert.DoesNotContain(status, l => l.StartsWith("Uid:\t0\t", StringComparison.Ordinal));
        Assert.Contains(status, l => l == "CapEff:\t0000000000000000");
        Assert.True(File.Exists(Path.Combine(Volumes, "data", "hub.db")));
        await hub.Terminate();
        Assert.Equal(0, await hub.Exit());
        Assert.Equal(shipped, Shipped());
    }

    public async Task DisposeAsync()
    {
        await Run.Output("chmod", ["-R", "u+w", folder.Path]);
        folder.Dispose();
    }

    private ProcessStartInfo Pod(Uri address)
    {
        var start = AsUser("dotnet", Path.Combine(Program, "Hub.Web.dll"), "--Logging:Console:LogLevel:Default=None");
        foreach (var (name, value) in Settings("base").Concat(Settings("overlays/single")))
        {
            start.Environment[name] = value.Replace("/data", Path.Combine(Volumes, "data"), StringComparison.Ordinal)
                .Replace("/erasures", Path.Combine(Volumes, "erasures"), StringComparison.Ordinal).Replace("8080", $"{address.Port}", StringComparison.Ordinal);
        }

        start.Environment["HUB_TENANT_KEY"] = $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";
        // There is no load balancer here that has to notice.
        start.Environment["HUB_DRAIN"] = "0";
        return start;
    }

    /// <summary>Where the tests run as root, another user does it, with no rights to get any; otherwise we are one ourselves.</summary>
    private ProcessStartInfo AsUser(params string[] command)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", [$"--reuid={User}", $"--regid={User}", "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", .. command])
            : new ProcessStartInfo(command[0], command[1..]);
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        (start.Environment["PATH"], start.Environment["TMPDIR"], start.WorkingDirectory) = (path, Path.Combine(Volumes, "tmp"), Program);
        return start;
    }

    private List<(string Path, DateTime Written, long Length)> Shipped() =>
        [.. new DirectoryInfo(Program).EnumerateFiles("*", SearchOption.AllDirectories).Select(f => (f.FullName, f.LastWriteTimeUtc, f.Length)).Order()];

    private static IEnumerable<(string Name, string Value)> Settings(string part) =>
        from line in Repository.Read($"{Deployment.Root}/{part}/settings.env").Split('\n')
        where line.Length > 0 && line[0] != '#'
        let pair = line.Split('=', 2)
        select (pair[0], pair[1]);
}
