using System.Text.RegularExpressions;
using Hub.Web.Tests.Architecture;

namespace Hub.Deploy.Tests;

/// <summary>The image and the pods fit each other.</summary>
public sealed partial class ImageTests
{
    private static readonly string Dockerfile = Repository.Read("Dockerfile");

    [Fact]
    public void The_image_runs_as_the_user_that_the_pods_run_as()
    {
        var user = YamlJson.Read(Repository.Read($"{Deployment.Root}/once/pod.yaml")).Single()["spec"]!["securityContext"].Text("runAsUser");

        Assert.Equal([$"{user}:{user}"], User().Matches(Dockerfile).Select(m => m.Groups[1].Value));
    }

    [Fact]
    public void What_is_shipped_has_Danish_and_the_time_of_Copenhagen_and_no_shell()
    {
        var from = Stage().Matches(Dockerfile).ToDictionary(m => m.Groups[2].Value, m => m.Groups[1].Value);

        Assert.EndsWith("-chiselled-extra", from["runtime"], StringComparison.Ordinal);
        Assert.Equal(("runtime", "runtime"), (from["web"], from["silo"]));
        Assert.DoesNotContain("INVARIANT", Dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_copied_is_there_and_is_let_into_the_build()
    {
        var copied = Copy().Matches(Dockerfile).SelectMany(m => m.Groups[1].Value.Split(' ')).ToList();
        var letIn = Repository.Read(".dockerignore").Split('\n').Where(l => l.StartsWith('!')).Select(l => l[1..].TrimEnd('*')).ToList();

        Assert.NotEmpty(copied);
        Assert.All(copied, c => Assert.True(Path.Exists(Path.Combine(Repository.Root, c)), c));
        Assert.All(copied, c => Assert.Contains(letIn, l => c.StartsWith(l, StringComparison.Ordinal)));
    }

    [GeneratedRegex("^USER (.+)$", RegexOptions.Multiline)]
    private static partial Regex User();

    [GeneratedRegex(@"^FROM (\S+) AS (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Stage();

    [GeneratedRegex(@"^COPY (?!--from)(.+) \S+$", RegexOptions.Multiline)]
    private static partial Regex Copy();
}
