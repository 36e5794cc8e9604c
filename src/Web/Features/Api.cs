using Hub.Web.Accounts;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Hub.Web.Features.AccessLog;
using Hub.Web.Features.Administration;
using Hub.Web.Features.Cases;
using Hub.Web.Features.Flags;
using Hub.Web.Features.Handovers;
using Hub.Web.Features.Matters;
using Hub.Web.Features.Me;
using Hub.Web.Features.Rights;
using Hub.Web.Features.Tasks;
using Hub.Web.Features.Workspace;
using Hub.Web.Live;

namespace Hub.Web.Features;

/// <summary>The HTTP API: what every call shares stands here, the calls themselves in their features.</summary>
internal static class Api
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(Policies.SignedIn);
        api.MapSignIn();
        api.MapMe();

        var omraade = api.MapGroup("/omraader/{o:guid}").AddEndpointFilter<MembershipFilter>();
        omraade.MapWorkspace();
        omraade.MapFlags();
        omraade.MapCases();
        omraade.MapHandovers();
        omraade.MapMatters();
        omraade.MapTasks();
        omraade.MapAdministration();
        omraade.MapAccessLog();
        omraade.MapRights();
        omraade.MapChanges();

        app.Map("/api/{**rest}", () => Problem.NotFound).RequireAuthorization(Policies.SignedIn);
    }
}
