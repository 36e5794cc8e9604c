using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Web.Hosting;
using Hub.Web.Operations;

namespace Hub.Deploy.Tests;

/// <summary>What the rendered manifests promise: safe pods, probes that mean something, time to end, and nothing secret.</summary>
public sealed class ManifestTests
{
    public static TheoryData<string> Folders => [.. Deployment.Folders];

    public static TheoryData<string> Overlays => [.. Deployment.Overlays];

    [Fact]
    public void There_is_an_overlay_for_one_machine_and_one_for_a_cluster() => Assert.Equal(["overlays/cluster", "overlays/single"], Deployment.Overlays);

    [RenderedTheory]
    [MemberData(nameof(Folders))]
    public async Task Every_pod_keeps_to_the_restricted_standard(string folder)
    {
        var pods = (await Deployment.Of(folder)).Pods.ToList();

        Assert.NotEmpty(pods);
        Assert.Empty(pods.SelectMany(p => PodPolicy.Breaches(p.Spec).Select(b => $"{p.Name}: {b}")));
    }

    [RenderedTheory]
    [MemberData(nameof(Overlays))]
    public async Task The_namespace_lets_in_no_other_pod(string overlay)
    {
        var space = (await Deployment.Of(overlay)).OfKind("Namespace").Single();

        Assert.Equal("restricted", space["metadata"]!["labels"].Text("pod-security.kubernetes.io/enforce"));
        Assert.All((await Deployment.Of(overlay)).OfKind("ServiceAccount"), a => Assert.False(a.Says("automountServiceAccountToken")));
    }

    [RenderedTheory]
    [MemberData(nameof(Overlays))]
    public async Task A_process_is_restarted_when_it_is_dead_and_left_alone_when_it_is_not_ready(string overlay) =>
        Assert.All((await Deployment.Of(overlay)).OfKind("Deployment").SelectMany(d => Deployment.Containers(Deployment.PodOf(d)!)), c =>
        {
            Assert.Equal("/health/live", c["startupProbe"]!["httpGet"].Text("path"));
            Assert.Equal("/health/live", c["livenessProbe"]!["httpGet"].Text("path"));
            Assert.Equal("/health/ready", c["readinessProbe"]!["httpGet"].Text("path"));
        });

    [RenderedTheory]
    [MemberData(nameof(Overlays))]
    public async Task A_pod_is_given_longer_to_end_than_it_drains_and_answers(string overlay)
    {
        var rendered = await Deployment.Of(overlay);
        var drain = TimeSpan.FromSeconds(int.Parse(rendered.Settings.Text("HUB_DRAIN")!, CultureInfo.InvariantCulture));

        Assert.True(drain > TimeSpan.Zero);
        Assert.All(rendered.OfKind("Deployment"), d =>
        {
            var grace = TimeSpan.FromSeconds(Deployment.PodOf(d)!["terminationGracePeriodSeconds"]!.GetValue<int>());
            Assert.True(grace > drain + Draining.PatienceOf(rendered.Settings.Text("HUB_CLUSTER")), $"{Deployment.Name(d)}: {grace}");
        });
    }

    [RenderedTheory]
    [MemberData(nameof(Overlays))]
    public async Task People_come_to_the_host_that_Hub_is_told_it_has_and_by_https(string overlay)
    {
        var rendered = await Deployment.Of(overlay);
        var ingress = rendered.OfKind("Ingress").Single()["spec"]!;
        var address = new Uri(rendered.Settings.Text("HUB_PUBLIC_URL")!);

        Assert.Equal("https", address.Scheme);
        Assert.Equal([address.Host], ingress.List("rules").Select(r => r.Text("host")));
        Assert.Equal([address.Host], ingress.List("tls").SelectMany(t => t.List("hosts")).Select(h => h!.ToString()));
    }

    [RenderedFact]
    public async Task What_the_owner_of_the_tables_does_is_done_by_the_verbs_for_it()
    {
        var rendered = await Deployment.Of("overlays/cluster");
        var verbs = rendered.OfKind("Job", "CronJob").SelectMany(j => Deployment.Containers(Deployment.PodOf(j)!)).Select(c => c.List("args").Single()!.ToString());

        Assert.Equal([Migrate.Verb, TendKeys.Verb], verbs.Order(StringComparer.Ordinal));
    }

    [RenderedTheory]
    [MemberData(nameof(Overlays))]
    public async Task Whatever_selects_pods_selects_some(string overlay)
    {
        var rendered = await Deployment.Of(overlay);
        var labels = rendered.Objects.Select(Deployment.Template).OfType<JsonObject>().Select(t => (JsonObject)t["metadata"]!["labels"]!).ToList();

        Assert.All(rendered.Objects.SelectMany(Selectors), s => Assert.Contains(labels, l => s.Labels.All(p => l.Text(p.Key) == p.Value!.ToString())));
    }

    private static IEnumerable<(string Name, JsonObject Labels)> Selectors(JsonObject o) => new[]
    {
        o.Text("kind") == "Service" ? o["spec"]!["selector"] : o["spec"]?["selector"]?["matchLabels"],
        o["spec"]?["podSelector"]?["matchLabels"],
    }.OfType<JsonObject>().Select(s => (Deployment.Name(o), s));
}
