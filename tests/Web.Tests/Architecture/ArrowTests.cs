using System.Reflection;
using System.Xml.Linq;

namespace Hub.Web.Tests.Architecture;

/// <summary>Arrows point inwards: in what the projects say, and in what the compiler made of it.</summary>
public class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Contracts"] = [],
        ["Domain"] = ["Contracts"],
        ["Storage"] = ["Contracts"],
        ["Grains"] = ["Contracts", "Domain", "Storage"],
        ["Silo"] = ["Contracts", "Domain", "Storage", "Grains"],
        ["Web"] = ["Contracts", "Domain", "Storage", "Grains", "Silo"],
    };

    public static TheoryData<string> Projects => [.. Repository.Files.Where(f => f.StartsWith("src", StringComparison.Ordinal) && f.EndsWith(".csproj", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_further_in(string file)
    {
        var referred = References(file, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')));

        Assert.Empty(referred.Except(Allowed[Path.GetFileNameWithoutExtension(file)]));
    }

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Domain")]
    [InlineData("Storage")]
    [InlineData("Grains")]
    [InlineData("Web")]
    public void An_assembly_uses_only_those_further_in(string name)
    {
        var used = UsedBy(name).Where(a => a.StartsWith("Hub.", StringComparison.Ordinal)).Select(a => a["Hub.".Length..]);

        Assert.Empty(used.Except(Allowed[name]));
    }

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Domain")]
    public void What_is_pure_uses_nothing_but_the_runtime(string name) =>
        Assert.DoesNotContain(UsedBy(name), a => !a.StartsWith("System.", StringComparison.Ordinal) && !a.StartsWith("Hub.", StringComparison.Ordinal));

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Domain")]
    public void What_is_pure_names_no_package_but_analyzers(string name) =>
        Assert.DoesNotContain(
            References($"src/{name}/{name}.csproj", "PackageReference"), p => !p.EndsWith("Analyzers", StringComparison.Ordinal));

    private static IEnumerable<string> References(string file, string kind) =>
        XDocument.Parse(Repository.Read(file)).Descendants(kind).Select(r => r.Attribute("Include")!.Value);

    private static IEnumerable<string> UsedBy(string name) => Assembly.Load($"Hub.{name}").GetReferencedAssemblies().Select(a => a.Name!);
}
