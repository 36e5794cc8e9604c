using Hub.Web.Layout;

namespace Hub.Web.Features.Drift;

/// <summary>The words of the operator's page.</summary>
internal static class DriftWords
{
    public static Book Text { get; } = new("Features.Drift.DriftWords");
}
