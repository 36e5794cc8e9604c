using Hub.Web.Layout;

namespace Hub.Web.Features.Cases;

/// <summary>The words of a case's page.</summary>
internal static class CaseWords
{
    public static Book Text { get; } = new("Features.Cases.CaseWords");
}
