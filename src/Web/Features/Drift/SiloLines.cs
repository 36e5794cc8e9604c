using System.Globalization;
using Hub.Grains;
using static Hub.Web.Features.Drift.DriftWords;

namespace Hub.Web.Features.Drift;

/// <summary>What the operator's page says of silos.</summary>
internal static class SiloLines
{
    /// <param name="silos">As they were read; null: the cluster did not answer.</param>
    public static IReadOnlyList<(string Silo, string Line)> Of(IReadOnlyList<SiloState>? silos) =>
        silos is null ? [(Text["Cluster"], Text["NoAnswer"])] : [.. silos.Select(s => (s.Silo, s.Figures is { } figures ? Line(figures) : Text["NoAnswer"]))];

    private static string Line(SiloFigures silo) => Text.With(
        "SiloLine", Text.Count("SiloAreas", silo.Areas), Number(silo.Waiting), Number(silo.Answered), Number(silo.Conflicts), Number(silo.Activations), Number(silo.CaughtUp));

    public static string Number(long value) => value.ToString("N0", CultureInfo.CurrentUICulture);
}
