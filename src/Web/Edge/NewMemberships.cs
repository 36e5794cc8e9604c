using Hub.Grains;

namespace Hub.Web.Edge;

/// <summary>
/// Before somebody is told that an area is not theirs, this node looks whether another has just made it so. Foreign and absent
/// take the same way. Who administers always sees what they did last, on whichever node.
/// </summary>
internal static class NewMemberships
{
    public static IApplicationBuilder UseNewMemberships(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var directory = http.RequestServices.GetRequiredService<ITenantDirectory>();
        return http.User.Identity?.IsAuthenticated == true && (IsNothing(http, directory) || http.Request.Path.StartsWithSegments("/administration"))
            ? Follow(directory, http, next)
            : next(http);
    });

    private static async Task Follow(ITenantDirectory directory, HttpContext http, RequestDelegate next)
    {
        await directory.Follow(http.RequestAborted);
        await next(http);
    }

    private static bool IsNothing(HttpContext http, ITenantDirectory directory) =>
        http.Request.RouteValues["o"] is string o && Guid.TryParse(o, out var omraade) && directory.Find(http.User, omraade) is null;
}
