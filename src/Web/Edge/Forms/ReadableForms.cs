using Hub.Web.Errors;
using Hub.Web.Layout;

namespace Hub.Web.Edge;

/// <summary>A form that cannot be read is the sender's fault and no error of ours: it is read here, once, before anything looks into it.</summary>
internal static class ReadableForms
{
    public static IApplicationBuilder UseReadableForms(this IApplicationBuilder app) =>
        app.Use((http, next) => HasForm(http.Request) ? Check(http, next) : next(http));

    private static async Task Check(HttpContext http, RequestDelegate next)
    {
        if (await IsReadable(http))
        {
            await next(http);
            return;
        }

        await new ShownPage(typeof(Refused), new() { [nameof(Refused.Message)] = Problem.Text("form_expired") }).Result(StatusCodes.Status400BadRequest).ExecuteAsync(http);
    }

    public static async Task<bool> IsReadable(HttpContext http)
    {
        if (!HasForm(http.Request))
        {
            return true;
        }

        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException and not BadHttpRequestException)
        {
            return false;
        }
    }

    private static bool HasForm(HttpRequest request) =>
        request.HasFormContentType && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/hubs");
}
