using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hub.Deploy.Tests;

/// <summary>The program that renders what is in deploy/k8s.</summary>
internal static partial class Kubectl
{
    private const int Needed = 27;

    private static readonly Lazy<string?> Missing = new(Look);

    /// <summary>Why it cannot be used here; null: it can.</summary>
    public static string? WhyNot => Missing.Value;

    public static Task<string> Render(string folder) => Run.Output("kubectl", ["kustomize", folder]);

    private static string? Look()
    {
        try
        {
            var version = Run.Output("kubectl", ["version", "--client", "--output=json"]).GetAwaiter().GetResult();
            return TooOld(JsonNode.Parse(version)!["clientVersion"]!["gitVersion"]!.GetValue<string>());
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return $"kubectl 1.{Needed} or newer was not found, so deploy/k8s was not rendered";
        }
    }

    public static string? TooOld(string version) =>
        Version().Match(version) is { Success: true } found && int.Parse(found.Groups[1].Value, null) >= Needed
            ? null
            : $"kubectl is {version}, and deploy/k8s is rendered by 1.{Needed} or newer";

    [GeneratedRegex(@"^v1\.(\d+)")]
    private static partial Regex Version();
}

/// <summary>A test of what kubectl renders. Without kubectl it is skipped, and ./hub test says so.</summary>
public sealed class RenderedFactAttribute : FactAttribute
{
    public RenderedFactAttribute() => Skip = Kubectl.WhyNot;
}

/// <summary>The same, once for each of some folders.</summary>
public sealed class RenderedTheoryAttribute : TheoryAttribute
{
    public RenderedTheoryAttribute() => Skip = Kubectl.WhyNot;
}
