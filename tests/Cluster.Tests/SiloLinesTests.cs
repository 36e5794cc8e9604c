using System.Globalization;
using Hub.Grains;
using Hub.Web.Features.Drift;

namespace Hub.Cluster.Tests;

/// <summary>The operator's page where something is wrong, which is when it is looked at.</summary>
public sealed class SiloLinesTests
{
    public SiloLinesTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("da");

    [Fact]
    public void A_silo_that_does_not_answer_stands_there_beside_the_one_that_does() => Assert.Equal(
        [("10.0.0.1:11111", "2 områder · 1 venter · 30 besvaret · 4 afgjort igen · 5 vækket · 1.006 læst frem"), ("10.0.0.2:11111", "svarer ikke"), ("10.0.0.3:11111", "1 område · 0 venter · 0 besvaret · 0 afgjort igen · 0 vækket · 0 læst frem")],
        SiloLines.Of([new("10.0.0.1:11111", new SiloFigures("10.0.0.1:11111", 2, 1, 30, 4, 5, 1006)), new("10.0.0.2:11111", null), new("10.0.0.3:11111", new SiloFigures("10.0.0.3:11111", 1, 0, 0, 0))]).Select(l => (l.Silo, l.Line.Replace('\u00a0', ' '))));

    [Fact]
    public void A_cluster_that_does_not_answer_is_told_as_that_and_not_as_none() => Assert.Equal([("Klyngen", "svarer ikke")], SiloLines.Of(null));

    [Fact]
    public void The_default_edition_has_no_silos() => Assert.Empty(SiloLines.Of([]));
}
