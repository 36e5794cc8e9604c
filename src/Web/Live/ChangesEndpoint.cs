using System.Globalization;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Microsoft.Extensions.Primitives;

namespace Hub.Web.Live;

/// <summary>What follows a cursor, for those who poll: the same rows in the same shape as a push.</summary>
internal static class ChangesEndpoint
{
    private const int UsualLimit = 200;
    private const int MostLimit = 1000;

    public static void MapChanges(this RouteGroupBuilder omraade) => omraade.MapGet("/changes", Read);

    private static async Task<IResult> Read(Call call, LiveFeed live, HttpRequest request)
    {
        var errors = new SortedDictionary<string, string[]>();
        var after = Number(request.Query, "after", 0, errors);
        var limit = Number(request.Query, "limit", UsualLimit, errors);
        if (limit == 0)
        {
            errors["limit"] = ["malformed"];
        }

        return errors.Count > 0
            ? Problem.Invalid(errors)
            : Results.Json(await live.Page(live.ViewerOf(call.Member), after, (int)Math.Min(limit, MostLimit), call.Cancelled));
    }

    private static long Number(IQueryCollection query, string name, long unset, SortedDictionary<string, string[]> errors)
    {
        var given = query[name];
        if (StringValues.IsNullOrEmpty(given))
        {
            return unset;
        }

        if (!long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            errors[name] = ["malformed"];
        }

        return number;
    }
}
