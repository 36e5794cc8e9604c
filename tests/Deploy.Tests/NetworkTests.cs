using System.Text.Json.Nodes;

namespace Hub.Deploy.Tests;

/// <summary>Who may talk to whom.</summary>
public sealed class NetworkTests
{
    public static TheoryData<string> Overlays => [.. Deployment.Overlays];

    [RenderedTheory]
    [MemberData(nameof(Overlays))]
    public async Task Nothing_goes_in_or_out_that_no_policy_names(string overlay)
    {
        var all = (await Deployment.Of(overlay)).OfKind("NetworkPolicy").Single(p => p["spec"]!["podSelector"] is JsonObject { Count: 0 })["spec"]!;

        Assert.Equal(["Ingress", "Egress"], all.List("policyTypes").Select(t => t!.ToString()));
        Assert.Empty(all.List("ingress").Concat(all.List("egress")));
    }

    [RenderedTheory]
    [MemberData(nameof(Overlays))]
    public async Task Every_rule_names_its_ports_and_its_other_end(string overlay) =>
        Assert.All(Rules(await Deployment.Of(overlay)), r =>
        {
            Assert.NotEmpty(r.Ports);
            Assert.NotEmpty(r.Peers);
            Assert.All(r.Peers, p => Assert.NotEmpty((JsonObject)p));
        });

    [RenderedFact]
    public async Task Silos_are_reached_by_silos_and_their_gateways_by_Web_too_and_by_nobody_else()
    {
        var into = Rules(await Deployment.Of("overlays/cluster")).Where(r => r is { In: true, Of: "silo" or null }).ToList();

        Assert.Equal(["silo"], From(11111));
        Assert.Equal(["silo", "web"], From(30000));
        Assert.All(into, r => Assert.Subset(new HashSet<int> { 11111, 30000 }, r.Ports.ToHashSet()));

        IEnumerable<string?> From(int port) => into.Where(r => r.Ports.Contains(port)).SelectMany(r => r.Peers).Select(Hubs).Order(StringComparer.Ordinal);
    }

    [RenderedTheory]
    [MemberData(nameof(Overlays))]
    public async Task Web_reaches_no_address_inside_but_those_that_are_named(string overlay)
    {
        var open = Rules(await Deployment.Of(overlay)).SelectMany(r => r.Peers).Select(p => p["ipBlock"]).Where(b => b.Text("cidr")?.EndsWith("/0", StringComparison.Ordinal) == true).ToList();

        Assert.Equal(2, open.Count);
        Assert.Superset(
            new HashSet<string> { "10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10" },
            open.SelectMany(b => b.List("except")).Select(e => e!.ToString()).ToHashSet());
    }

    /// <summary>Which of Hub's pods of the same namespace a peer is; anything else fails.</summary>
    private static string? Hubs(JsonNode peer)
    {
        Assert.Equal(["podSelector"], ((JsonObject)peer).Select(p => p.Key));
        Assert.Equal("hub", peer["podSelector"]!["matchLabels"].Text("app.kubernetes.io/name"));
        return peer["podSelector"]!["matchLabels"].Text("app.kubernetes.io/component");
    }

    private static IEnumerable<Rule> Rules(Deployment rendered) =>
        from policy in rendered.OfKind("NetworkPolicy")
        let spec = policy["spec"]!
        from way in new[] { (In: true, Rules: spec.List("ingress"), Peers: "from"), (In: false, Rules: spec.List("egress"), Peers: "to") }
        from rule in way.Rules
        select new Rule(
            way.In, spec["podSelector"]!["matchLabels"].Text("app.kubernetes.io/component"),
            [.. rule.List(way.Peers)!], [.. rule.List("ports").Select(p => p!["port"]!.GetValue<int>())]);

    /// <param name="In">Whether it lets in; otherwise out.</param>
    /// <param name="Of">Whose it is; null: all of Hub's.</param>
    /// <param name="Peers">The other end.</param>
    /// <param name="Ports">Its ports.</param>
    private sealed record Rule(bool In, string? Of, IReadOnlyList<JsonNode> Peers, IReadOnlyList<int> Ports);
}
