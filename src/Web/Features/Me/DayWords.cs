using Hub.Web.Layout;

namespace Hub.Web.Features.Me;

/// <summary>The words of Min dag.</summary>
internal static class DayWords
{
    public static Book Text { get; } = new("Features.Me.DayWords");
}
