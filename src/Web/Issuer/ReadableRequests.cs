using Hub.Web.Edge;
using Microsoft.Extensions.Primitives;
using Reason = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace Hub.Web.Issuer;

/// <summary>What cannot be read is its sender's fault and no error of ours: it is found out before the library looks into it, and in words that a client knows.</summary>
internal static class ReadableRequests
{
    public static async Task Run(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/oauth") || (await ReadableForms.IsReadable(http) && !HasNoText(http.Request)))
        {
            await next(http);
            return;
        }

        await Results.Json(new { error = Reason.InvalidRequest }, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(http);
    }

    /// <summary>A null character, which no database can hold.</summary>
    private static bool HasNoText(HttpRequest request) =>
        HasNoText(request.Query) || (request.HasFormContentType && HasNoText(request.Form));

    private static bool HasNoText(IEnumerable<KeyValuePair<string, StringValues>> fields) => fields.Any(f => f.Key.Contains('\0') || f.Value.Any(v => v?.Contains('\0') == true));
}
