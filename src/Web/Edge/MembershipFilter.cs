using System.Security.Claims;
using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;
using Hub.Web.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Web.Edge;

/// <summary>Finds the area through the caller's own memberships: not yours and not there are the same 404.</summary>
internal sealed class MembershipFilter(ITenantDirectory directory) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var omraade = Guid.Parse((string)http.Request.RouteValues["o"]!);
        if (directory.Find(http.User, omraade) is not { } member)
        {
            return Problem.NotFound;
        }

        if (HttpMethods.IsGet(http.Request.Method) && !Systems.MayRead(member))
        {
            return new Problem(Permissions.NotAllowed);
        }

        http.Features.Set(member);
        return await next(context);
    }
}

/// <summary>Who is calling.</summary>
internal static class Caller
{
    public static Guid UserId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>What the caller is in the area of the route, found by <see cref="MembershipFilter"/>.</summary>
    public static Membership Member(this HttpContext http) => http.Features.GetRequiredFeature<Membership>();
}
