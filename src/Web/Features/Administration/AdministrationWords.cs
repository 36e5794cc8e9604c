using Hub.Web.Layout;

namespace Hub.Web.Features.Administration;

/// <summary>The words of administration.</summary>
internal static class AdministrationWords
{
    public static Book Text { get; } = new("Features.Administration.AdministrationWords");
}
