using Hub.Web.Layout;

namespace Hub.Web.Features.Offline;

/// <summary>The words of what is written without a connection.</summary>
internal static class OfflineWords
{
    public static Book Text { get; } = new("Features.Offline.OfflineWords");
}
