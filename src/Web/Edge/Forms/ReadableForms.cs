using Hub.Web.Errors;
using Hub.Web.Layout;

namespace Hub.Web.Edge;

/// <summary>A form that cannot be read is the sender's fault and no error of ours: it is read here, once, before anything looks into it.</summary>
internal static class ReadableForms
{
    public static IApplicationBuilder UseReadableForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (await IsReadable(http))
        {
            await next(http);
            return;
        }

        await new ShownPage(typeof(Refused), new() { [nameof(Refused.Message)] = Problem.Text("form_expired") }).Result(StatusCodes.Status400BadRequest).ExecuteAsync(http);
    });

    public static async Task<bool> IsReadable(HttpContext http)
    {
        var request = http.Request;
        if (!request.HasFormContentType || request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/hubs"))
        {
            return true;
        }

        try
        {
            await request.ReadFormAsync(http.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException and not BadHttpRequestException)
        {
            return false;
        }
    }
}
