using Hub.Web.Layout;

namespace Hub.Web.Features.Workspace;

/// <summary>The words of the bridge and of the board's agenda.</summary>
internal static class BridgeWords
{
    public static Book Text { get; } = new("Features.Workspace.BridgeWords");
}
