using Hub.Grains;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Hub.Web.Layout;

namespace Hub.Web.Features.Administration;

/// <summary>Lets admins of the boligorganisation in. Its other people are refused, and for everybody else it is not there.</summary>
internal sealed class AdministrationFilter(ITenantDirectory directory) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var omraade = Id(http, "o");
        var tenant = omraade is { } o ? directory.Omraade(o)?.Tenant : Id(http, "tenant");
        if (tenant is not { } its || directory.Of(http.User).All(m => m.Tenant != its))
        {
            return Problem.NotFound;
        }

        if (directory.Admin(http.User, its) is not { } admin)
        {
            return new ShownPage(typeof(Refused), new() { [nameof(Refused.Message)] = Problem.Text("not_allowed") }).Result(StatusCodes.Status403Forbidden);
        }

        http.Features.Set(admin with { OmraadeId = omraade ?? admin.OmraadeId });
        return await next(context);
    }

    private static Guid? Id(HttpContext http, string name) => http.Request.RouteValues[name] is string text ? Guid.Parse(text) : null;
}
