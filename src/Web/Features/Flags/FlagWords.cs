using Hub.Web.Layout;

namespace Hub.Web.Features.Flags;

/// <summary>The words of "Meld en bekymring".</summary>
internal static class FlagWords
{
    public static Book Text { get; } = new("Features.Flags.FlagWords");
}
