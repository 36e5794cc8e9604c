using System.Text.Json.Nodes;
using Hub.Web.Tests.Architecture;

namespace Hub.Deploy.Tests;

/// <summary>Every object is one that Kubernetes knows, down to the last field (tests/k8s-schema).</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Folders => [.. Deployment.Folders];

    [RenderedTheory]
    [MemberData(nameof(Folders))]
    public async Task Every_object_of_every_folder_is_valid(string folder)
    {
        var rendered = await Deployment.Of(folder);

        Assert.NotEmpty(rendered.Objects);
        Assert.Equal("", await Faults(rendered.Objects));
    }

    [Theory]
    [InlineData("spec/containers/0/imagee", "\"hub-web\"", "/spec/containers/0/imagee is no field of it")]
    [InlineData("spec/containers/0/securityContext/capabilities/drops", "[]", "/spec/containers/0/securityContext/capabilities/drops is no field of it")]
    [InlineData("spec/terminationGracePeriodSeconds", "\"long\"", "/spec/terminationGracePeriodSeconds must be integer")]
    [InlineData("spec/restartPolicy", "\"Sometimes\"", "/spec/restartPolicy must be equal to one of the allowed values")]
    [InlineData("kind", "\"Podd\"", "there is no Podd in v1")]
    public async Task A_slip_is_seen(string path, string json, string fault)
    {
        var pod = YamlJson.Read(Repository.Read($"{Deployment.Root}/once/pod.yaml")).Single();
        var cut = path.LastIndexOf('/');
        (cut < 0 ? pod : pod.At(path[..cut])!)[path[(cut + 1)..]] = JsonNode.Parse(json);

        Assert.Contains(fault, await Faults([pod]), StringComparison.Ordinal);
    }

    private static Task<string> Faults(IEnumerable<JsonObject> objects)
    {
        var folder = Path.Combine(Repository.Root, "tests", "k8s-schema");
        return Directory.Exists(Path.Combine(folder, "node_modules"))
            ? Run.Output("node", [Path.Combine(folder, "validate.mjs")], new JsonArray([.. objects.Select(o => o.DeepClone())]).ToJsonString())
            : throw new InvalidOperationException("The Kubernetes schema is not installed. Run ./hub test, which does it.");
    }
}
