using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Hub.Web.Tests.Architecture;

/// <summary>What no file may be called, and no file may say.</summary>
public partial class WordingTests
{
    private static readonly HashSet<string> EmptyNames = ["Core", "Common", "Shared", "Helpers", "Helper", "Utils", "Util", "Manager", "Managers"];

    [Fact]
    public void No_folder_and_no_file_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(Repository.Files, f => Path.ChangeExtension(f, null).Split('/', '\\').Any(SaysNothing));

    [Fact]
    public void No_file_names_the_host_that_packages_come_from()
    {
        var hosts = Host().Matches(Output("dotnet", "nuget list source") + Output("npm", "config get registry")).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(hosts);
        Assert.DoesNotContain(Repository.Files, f => hosts.Any(Repository.Read(f).Contains));
    }

    [Fact]
    public void No_lock_file_holds_download_addresses() =>
        Assert.DoesNotContain(
            Repository.Files.Where(f => Path.GetFileName(f) == "package-lock.json"), f => Repository.Read(f).Contains("\"resolved\"", StringComparison.Ordinal));

    [Fact]
    public void No_file_points_outside_the_repository()
    {
        const string outside = "../" + "shared";

        Assert.DoesNotContain(Repository.Files, f => Repository.Read(f).Contains(outside, StringComparison.Ordinal));
    }

    private static bool SaysNothing(string name) => Words().Matches(name) is [.., var last] && EmptyNames.Contains(last.Value);

    private static string Output(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process.StandardOutput.ReadToEnd();
    }

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Words();

    [GeneratedRegex("//([^/ :\n]+)")]
    private static partial Regex Host();
}
