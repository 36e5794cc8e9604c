using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Hub.Web.Edge;

/// <summary>The two headers of a write.</summary>
internal static class RequestHeaders
{
    private const string KeyName = "Idempotency-Key";

    public static Guid IdempotencyKey(HttpRequest request, SortedDictionary<string, string[]> errors)
    {
        var values = request.Headers[KeyName];
        if (StringValues.IsNullOrEmpty(values))
        {
            errors[KeyName] = ["required"];
        }
        else if (values.Count != 1 || !Guid.TryParseExact(values[0], "D", out var key))
        {
            errors[KeyName] = ["malformed"];
        }
        else
        {
            return key;
        }

        return Guid.Empty;
    }

    /// <summary>The seq in <c>If-Match: "42"</c>; null when absent or <c>*</c>.</summary>
    public static long? IfMatch(HttpRequest request, SortedDictionary<string, string[]> errors)
    {
        var values = request.Headers.IfMatch;
        if (StringValues.IsNullOrEmpty(values) || values == "*")
        {
            return null;
        }

        if (values is [{ Length: > 2 } tag] && tag[0] == '"' && tag[^1] == '"' && long.TryParse(tag[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            return seq;
        }

        errors["If-Match"] = ["malformed"];
        return null;
    }
}
