using System.Net;
using System.Text.Json.Nodes;

namespace Hub.Web.Tests.Fuzz;

/// <summary>What is wrong with an answer, whatever was asked.</summary>
internal static class Verdict
{
    private static readonly string[] Insides = ["   at ", "Exception", "Hub.Web.", "Hub.Domain.", "Hub.Storage.", "System.", "SQLite", "Npgsql", "Microsoft."];

    public static IEnumerable<string> On(HttpRequestMessage request, HttpResponseMessage response, string body, IReadOnlyList<string> forbidden)
    {
        var status = (int)response.StatusCode;
        if (status >= 500)
        {
            yield return $"status {status}";
        }

        if (status >= 400 && IsApi(request) && request.Method != HttpMethod.Head && !IsProblem(response, body, status) && !IsRefusedUnread(request, body, status))
        {
            yield return $"{status} as {response.Content.Headers.ContentType} is no problem: {body[..Math.Min(200, body.Length)]}";
        }

        var all = $"{WebUtility.HtmlDecode(body)} {WebUtility.UrlDecode(response.Headers.ToString())}";
        foreach (var leak in Insides.Concat(forbidden).Where(all.Contains))
        {
            yield return $"tells \"{leak}\"";
        }
    }

    private static bool IsApi(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>An address that is none: the server refuses it before Hub is asked.</summary>
    private static bool IsRefusedUnread(HttpRequestMessage request, string body, int status) =>
        status == 400 && body.Length == 0 && request.RequestUri!.OriginalString.Contains("%00", StringComparison.Ordinal);

    private static bool IsProblem(HttpResponseMessage response, string body, int status) =>
        response.Content.Headers.ContentType?.MediaType == "application/problem+json"
        && JsonNode.Parse(body) is JsonObject problem && problem["status"]?.GetValue<int>() == status && problem["code"]?.GetValue<string>().Length > 0 && problem["traceId"] is null;
}
