using Hub.Contracts;
using Hub.Web.Edge;
using Hub.Web.Features;

namespace Hub.Web.Issuer;

/// <summary>What is typed about a new client.</summary>
internal static class ClientFields
{
    private const int MostAddresses = 10;
    private const int LongestAddress = 400;

    public static NewClient Read(Fields f)
    {
        var kind = f.Choice<ClientKind>("kind");
        var addresses = (f.TextOrNull("redirectUris", MostAddresses * LongestAddress, lines: true) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (kind == ClientKind.System)
        {
            addresses = [];
        }
        else if (addresses.Length == 0)
        {
            f.Note("redirectUris", "required");
        }
        else if (addresses.Length > MostAddresses || !addresses.All(a => IsAddress(a, kind)))
        {
            f.Note("redirectUris", "malformed");
        }

        return new NewClient(f.Text("name", Limits.Name), kind, addresses);
    }

    public static SystemScope Leave(Fields f) =>
        f.Values("leave", (item, place) => item.Choice<SystemScope>(place))?.Aggregate(SystemScope.None, (all, one) => all | one) ?? SystemScope.None;

    public static IReadOnlyList<ClientPlace> Places(Fields f) => f.Values("places", Place)?.OfType<ClientPlace>().ToList() ?? [];

    private static ClientPlace? Place(Fields f, string place)
    {
        if (f.Text(place, 100).Split('/') is [var area, var office] && Guid.TryParseExact(area, "D", out var omraade) && Words.Parse<Kontor>(office) is { } kontor)
        {
            return new ClientPlace(omraade, kontor);
        }

        f.Note(place, "unknown_value");
        return null;
    }

    /// <summary>
    /// Where a code may be sent: by https, to a program on the person's own machine, or to an app by a scheme that is its maker's name turned around. Whatever
    /// else a browser understands, as <c>javascript:</c>, is no address.
    /// </summary>
    private static bool IsAddress(string text, ClientKind kind) =>
        text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps
            || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)
            || (kind == ClientKind.Mobil && uri.Scheme.Contains('.', StringComparison.Ordinal)));
}
