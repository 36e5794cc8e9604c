using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hub.Web.Tests.Architecture;

namespace Hub.Deploy.Tests;

/// <summary>What one folder of deploy/k8s renders to.</summary>
internal sealed class Deployment
{
    public const string Root = "deploy/k8s";

    private static readonly ConcurrentDictionary<string, Lazy<Task<Deployment>>> Rendered = new();

    private Deployment(IReadOnlyList<JsonObject> objects) => Objects = objects;

    /// <summary>Every folder that is applied: not the base, which others build on.</summary>
    public static IReadOnlyList<string> Folders { get; } =
        [.. Repository.Files.Where(f => f.StartsWith($"{Root}/", StringComparison.Ordinal) && Path.GetFileName(f) == "kustomization.yaml")
            .Select(f => Path.GetDirectoryName(f)![(Root.Length + 1)..]).Where(f => f != "base").Order(StringComparer.Ordinal)];

    /// <summary>Those that are a whole Hub.</summary>
    public static IReadOnlyList<string> Overlays { get; } = [.. Folders.Where(f => f.StartsWith("overlays/", StringComparison.Ordinal))];

    public IReadOnlyList<JsonObject> Objects { get; }

    public IEnumerable<(string Name, JsonObject Spec)> Pods => Objects.Select(o => (Name(o), PodOf(o))).Where(p => p.Item2 is not null)!;

    public static Task<Deployment> Of(string folder) => Rendered.GetOrAdd(folder, f => new(async () =>
        new Deployment(YamlJson.Read(await Kubectl.Render(Path.Combine(Repository.Root, Root, f)))))).Value;

    public IEnumerable<JsonObject> OfKind(params string[] kinds) => Objects.Where(o => kinds.Contains(o.Text("kind")));

    /// <summary>The settings that all of Hub's processes share.</summary>
    public JsonObject Settings => (JsonObject)OfKind("ConfigMap").Single()["data"]!;

    public static string Name(JsonObject o) => $"{o.Text("kind")} {o["metadata"].Text("name")}";

    public static JsonObject? PodOf(JsonObject o) => (JsonObject?)(o.Text("kind") == "Pod" ? o : Template(o))?["spec"];

    /// <summary>What pods are made from; null: none are.</summary>
    public static JsonNode? Template(JsonObject o) => (o["spec"]?["jobTemplate"] ?? o)["spec"]?["template"];

    public static IEnumerable<JsonObject> Containers(JsonObject pod) =>
        ((string[])["containers", "initContainers", "ephemeralContainers"]).SelectMany(k => pod.List(k)).Cast<JsonObject>();
}
