namespace Hub.Web.Layout;

/// <summary>What an edition adds to a page that all of them have.</summary>
/// <param name="Page">The page.</param>
/// <param name="Part">The component; on a page about a boligorganisation it gets its id as <c>Tenant</c>.</param>
internal sealed record PagePart(Type Page, Type Part);
