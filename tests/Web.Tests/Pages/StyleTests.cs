using Hub.Web.Tests.Architecture;

namespace Hub.Web.Tests.Pages;

/// <summary>What a style must not do, on pages that a scan for barriers meets only now and then.</summary>
public sealed class StyleTests
{
    [Fact]
    public void A_page_that_has_fallen_behind_is_as_legible_as_before()
    {
        var rules = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Web", "wwwroot", "css"), "*.css").SelectMany(File.ReadLines)
            .Where(line => line.StartsWith(".stale ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(rules);
        Assert.DoesNotContain(rules, rule => rule.Contains("opacity", StringComparison.Ordinal));
    }
}
