using Hub.Web.Layout;

namespace Hub.Web.Issuer;

/// <summary>The words of apps and other systems that are let in.</summary>
internal static class IssuerWords
{
    public static Book Text { get; } = new("Issuer.IssuerWords");
}
