using Hub.Web.Accounts;
using Hub.Web.Edge;
using Hub.Web.Features.Workspace;

namespace Hub.Web.Features;

/// <summary>Parts of pages that a page asks for again when it hears of a change.</summary>
internal static class Fragments
{
    public static void MapFragments(this IEndpointRouteBuilder app) =>
        app.MapGroup("/omraader/{o:guid}").RequireAuthorization(Policies.SignedIn).AddEndpointFilter<MembershipFilter>().MapCards();
}
