using System.Text.Json.Nodes;
using Hub.Web.Tests.Architecture;

namespace Hub.Deploy.Tests;

/// <summary>The policy sees each thing that it is there for; ManifestTests hold the pods against it.</summary>
public sealed class PodPolicyTests
{
    private static JsonObject Good => Deployment.PodOf(YamlJson.Read(Repository.Read($"{Deployment.Root}/once/pod.yaml")).Single())!;

    [Fact]
    public void A_pod_that_keeps_to_it_breaks_nothing() => Assert.Empty(PodPolicy.Breaches(Good));

    [Theory]
    [InlineData("hostNetwork", "true", "hostNetwork")]
    [InlineData("hostPID", "true", "hostPID")]
    [InlineData("hostIPC", "true", "hostIPC")]
    [InlineData("volumes/0", """{ "name": "tmp", "hostPath": { "path": "/" } }""", "a volume of the kind hostPath")]
    [InlineData("securityContext/sysctls", """[{ "name": "kernel.x", "value": "1" }]""", "sysctls")]
    [InlineData("securityContext/runAsNonRoot", null, "runAsNonRoot")]
    [InlineData("containers/0/securityContext/runAsNonRoot", "false", "runAsNonRoot")]
    [InlineData("securityContext/runAsUser", null, "runAsUser")]
    [InlineData("containers/0/securityContext/runAsUser", "0", "runAsUser")]
    [InlineData("securityContext/seccompProfile", null, "seccompProfile")]
    [InlineData("containers/0/securityContext/seccompProfile", """{ "type": "Unconfined" }""", "seccompProfile")]
    [InlineData("containers/0/securityContext/allowPrivilegeEscalation", null, "allowPrivilegeEscalation")]
    [InlineData("containers/0/securityContext/privileged", "true", "privileged")]
    [InlineData("containers/0/securityContext/procMount", "\"Unmasked\"", "procMount")]
    [InlineData("containers/0/securityContext/capabilities/drop", """["NET_RAW"]""", "capabilities that are not dropped")]
    [InlineData("containers/0/securityContext/capabilities/add", """["SYS_PTRACE"]""", "capabilities that are added")]
    [InlineData("containers/0/ports", """[{ "containerPort": 80, "hostPort": 80 }]""", "hostPort")]
    [InlineData("containers/0/securityContext/readOnlyRootFilesystem", null, "readOnlyRootFilesystem")]
    [InlineData("automountServiceAccountToken", null, "a token of the service account")]
    [InlineData("serviceAccountName", "\"default\"", "serviceAccountName")]
    [InlineData("containers/0/resources/requests/cpu", null, "resources/requests/cpu")]
    [InlineData("containers/0/resources/requests/memory", null, "resources/requests/memory")]
    [InlineData("containers/0/resources/limits", null, "resources/limits/memory")]
    public void Each_breach_is_seen(string path, string? json, string breach)
    {
        var pod = Good;
        var (parent, key) = path.LastIndexOf('/') is > 0 and var cut ? (pod.At(path[..cut])!, path[(cut + 1)..]) : (pod, path);
        if (parent is JsonArray list)
        {
            list[int.Parse(key, null)] = JsonNode.Parse(json!);
        }
        else if (json is null)
        {
            Assert.True(((JsonObject)parent).Remove(key));
        }
        else
        {
            parent[key] = JsonNode.Parse(json);
        }

        Assert.Equal([breach], PodPolicy.Breaches(pod));
    }

    [Fact]
    public void A_container_that_only_prepares_is_held_to_it_too()
    {
        var pod = Good;
        pod["initContainers"] = new JsonArray(JsonNode.Parse("""{ "name": "first", "image": "x" }"""));

        Assert.Contains("capabilities that are not dropped", PodPolicy.Breaches(pod));
    }
}
