using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Web;
using Hub.Web.Hosting;
using Hub.Web.Tests.Architecture;
using Microsoft.Extensions.Configuration;

namespace Hub.Deploy.Tests;

/// <summary>What pods are told is what the code reads, and what is secret stands in a Secret.</summary>
public sealed partial class SettingNameTests
{
    private const string Key = "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private const string Owner = "HUB_DATABASE_OWNER";

    private static readonly string[] Secrets = ["HUB_TENANT_KEY", "HUB_OPERATOR_TOKEN", Owner, "HUB_CLIENT_SECRET"];

    public static TheoryData<string> Folders => [.. Deployment.Folders];

    public static TheoryData<string> Overlays => [.. Deployment.Overlays];

    [RenderedTheory]
    [MemberData(nameof(Folders))]
    public async Task Every_setting_is_one_that_the_code_reads(string folder)
    {
        var read = Repository.Files.Where(f => f.StartsWith("src/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => Literal().Matches(Repository.Read(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        var rendered = await Deployment.Of(folder);
        var told = Variables(rendered).Select(v => v.Text("name")!).Concat(rendered.OfKind("ConfigMap").SelectMany(c => (JsonObject)c["data"]!).Select(p => p.Key));

        Assert.NotEmpty(read);
        Assert.Empty(told.Where(n => n.StartsWith("HUB_", StringComparison.Ordinal)).Except(read));
    }

    [RenderedTheory]
    [MemberData(nameof(Folders))]
    public async Task What_is_secret_is_only_pointed_at(string folder)
    {
        var rendered = await Deployment.Of(folder);

        Assert.Empty(rendered.OfKind("Secret"));
        Assert.All(Variables(rendered).Where(v => Secrets.Contains(v.Text("name"))), v =>
        {
            Assert.Null(v["value"]);
            Assert.Equal(v.Text("name"), v["valueFrom"]!["secretKeyRef"].Text("key"));
        });
        Assert.All(rendered.OfKind("ConfigMap"), c => Assert.DoesNotContain((JsonObject)c["data"]!, p => Secrets.Contains(p.Key)));
        Assert.All(rendered.Objects, o => Assert.DoesNotMatch(SecretText(), o.ToJsonString()));
    }

    [RenderedFact]
    public async Task The_owner_of_the_tables_is_known_to_what_needs_it_alone_and_that_has_no_key()
    {
        var rendered = await Deployment.Of("overlays/cluster");
        var knowing = rendered.Objects.Where(o => Says(o, "hub-owner") || Says(o, Owner)).ToList();

        Assert.Equal(["CronJob hub-keys", "Job hub-migrate"], knowing.Select(Deployment.Name).Order(StringComparer.Ordinal));
        Assert.All(knowing, o => Assert.False(Says(o, "HUB_TENANT_KEY")));

        static bool Says(JsonObject o, string text) => o.ToJsonString().Contains(text, StringComparison.Ordinal);
    }

    [RenderedTheory]
    [MemberData(nameof(Overlays))]
    public async Task Web_can_start_with_what_it_is_told(string overlay)
    {
        var rendered = await Deployment.Of(overlay);
        var told = Told(rendered, "Deployment hub-web");

        var settings = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(told!).Build());

        Assert.Null(settings.DatabaseOwner);
        Assert.False(settings.Demo);
        Assert.True(settings.RequireMfa && settings.RateLimits);
        Assert.NotEmpty(settings.TrustedProxies);
        Assert.Equal(overlay == "overlays/cluster", settings.Cluster is not null);
        Assert.All(Paths(settings), p => Assert.Contains(p, Mounted(rendered, "Deployment hub-web")));
    }

    [RenderedFact]
    public async Task A_silo_is_told_what_it_cannot_start_without_and_where_it_is_found()
    {
        var rendered = await Deployment.Of("overlays/cluster");
        var told = Told(rendered, "Deployment hub-silo");
        var needed = Required().Matches(Repository.Read("src/Silo/Cluster/SiloSettings.cs")).Select(m => m.Groups[1].Value).ToList();

        Assert.Contains("HUB_DATABASE", needed);
        Assert.All(needed, n => Assert.Contains(n, told.Keys));
        Assert.Equal("status.podIP", Variables(rendered).Single(v => v.Text("name") == "HUB_SILO_ADDRESS")["valueFrom"]!["fieldRef"].Text("fieldPath"));
        Assert.Contains(told["HUB_ERASURES"], Mounted(rendered, "Deployment hub-silo"));
    }

    [RenderedTheory]
    [MemberData(nameof(Folders))]
    public async Task All_pods_that_keep_the_list_of_erasures_keep_the_same_one_as_the_same_user(string folder)
    {
        var keeping = (await Deployment.Of(folder)).Pods.Where(p => Claims(p.Spec).Any(c => c.Claim == "hub-erasures")).ToList();

        Assert.NotEmpty(keeping);
        Assert.All(keeping, p => Assert.Equal("/erasures", Claims(p.Spec).Single(c => c.Claim == "hub-erasures").Path));
        Assert.Single(keeping.Select(p => p.Spec["securityContext"].Text("runAsUser")).Distinct());
    }

    private static Dictionary<string, string> Told(Deployment rendered, string name)
    {
        var told = rendered.Settings.ToDictionary(p => p.Key, p => p.Value!.ToString());
        foreach (var variable in Deployment.Containers(rendered.Pods.Single(p => p.Name == name).Spec).SelectMany(c => c.List("env")))
        {
            told[variable.Text("name")!] = variable.Text("value") ?? (variable.Text("name")) switch
            {
                "HUB_DATABASE" => "postgres://hub:secret@db:5432/hub",
                "HUB_TENANT_KEY" => Key,
                _ => "a text that is long enough",
            };
        }

        return told;
    }

    private static IEnumerable<string> Paths(Settings settings) =>
        settings.Database.StartsWith("sqlite:", StringComparison.Ordinal) ? [settings.Erasures, settings.DataFolder] : [settings.Erasures];

    private static IEnumerable<string> Mounted(Deployment rendered, string name) => Claims(rendered.Pods.Single(p => p.Name == name).Spec).Select(c => c.Path);

    private static IEnumerable<(string Claim, string Path)> Claims(JsonObject pod) =>
        from volume in pod.List("volumes")
        where volume!["persistentVolumeClaim"] is not null
        from mount in Deployment.Containers(pod).SelectMany(c => c.List("volumeMounts"))
        where mount.Text("name") == volume.Text("name")
        select (volume["persistentVolumeClaim"].Text("claimName")!, mount.Text("mountPath")!);

    private static IEnumerable<JsonNode> Variables(Deployment rendered) => rendered.Pods.SelectMany(p => Deployment.Containers(p.Spec)).SelectMany(c => c.List("env"))!;

    [GeneratedRegex("\"(HUB_[A-Z_]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("Required\\(configuration, \"(HUB_[A-Z_]+)\"\\)")]
    private static partial Regex Required();

    /// <summary>An address with a password, or as many characters as a key has.</summary>
    [GeneratedRegex("postgres(ql)?://|[A-Za-z0-9+/]{43}=")]
    private static partial Regex SecretText();
}
