using System.Text.Json.Nodes;

namespace Hub.Deploy.Tests;

/// <summary>What a pod must keep to: the restricted Pod Security Standard, and what this house asks beyond it.</summary>
internal static class PodPolicy
{
    private static readonly HashSet<string> Volumes = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    /// <summary>Every way in which a pod does not.</summary>
    public static IEnumerable<string> Breaches(JsonObject pod) =>
        [.. Restricted(pod), .. Accountable(pod), .. Deployment.Containers(pod).SelectMany(c => Restricted(c, pod["securityContext"]).Concat(Bounded(c)))];

    private static IEnumerable<string> Restricted(JsonObject pod)
    {
        foreach (var space in (string[])["hostNetwork", "hostPID", "hostIPC"])
        {
            if (pod.Says(space) == true)
                yield return space;
        }

        foreach (var kind in pod.List("volumes").SelectMany(v => (JsonObject)v!).Select(p => p.Key).Where(k => k != "name" && !Volumes.Contains(k)))
            yield return $"a volume of the kind {kind}";
        if (pod["securityContext"].List("sysctls").Any())
            yield return "sysctls";
    }

    private static IEnumerable<string> Restricted(JsonObject container, JsonNode? pod)
    {
        var own = container["securityContext"];
        if ((own.Says("runAsNonRoot") ?? pod.Says("runAsNonRoot")) != true)
            yield return "runAsNonRoot";
        if ((own.Text("runAsUser") ?? pod.Text("runAsUser")) is null or "0")
            yield return "runAsUser";
        if ((own?["seccompProfile"] ?? pod?["seccompProfile"]).Text("type") is not ("RuntimeDefault" or "Localhost"))
            yield return "seccompProfile";
        if (own.Says("allowPrivilegeEscalation") != false)
            yield return "allowPrivilegeEscalation";
        if (own.Says("privileged") == true)
            yield return "privileged";
        if (own.Text("procMount") is not (null or "Default"))
            yield return "procMount";
        if (own?["capabilities"].List("drop").Any(c => c!.ToString() == "ALL") != true)
            yield return "capabilities that are not dropped";
        if (own?["capabilities"].List("add").Any() == true)
            yield return "capabilities that are added";
        if (container.List("ports").Any(p => p!["hostPort"] is not null))
            yield return "hostPort";
    }

    private static IEnumerable<string> Accountable(JsonObject pod)
    {
        if (pod.Says("automountServiceAccountToken") != false)
            yield return "a token of the service account";
        if (pod.Text("serviceAccountName") is null or "default")
            yield return "serviceAccountName";
    }

    private static IEnumerable<string> Bounded(JsonObject container)
    {
        if (container["securityContext"].Says("readOnlyRootFilesystem") != true)
            yield return "readOnlyRootFilesystem";
        foreach (var asked in (string[])["requests/cpu", "requests/memory", "limits/memory"])
        {
            if (container["resources"]?.At(asked) is null)
                yield return $"resources/{asked}";
        }
    }
}
