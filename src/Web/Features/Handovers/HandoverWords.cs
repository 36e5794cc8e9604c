using Hub.Web.Layout;

namespace Hub.Web.Features.Handovers;

/// <summary>The words of Overdragelser.</summary>
internal static class HandoverWords
{
    public static Book Text { get; } = new("Features.Handovers.HandoverWords");
}
