using Hub.Web.Layout;

namespace Hub.Web.Features.Rights;

/// <summary>The words of the rights of a person.</summary>
internal static class RightsWords
{
    public static Book Text { get; } = new("Features.Rights.RightsWords");
}
