using System.Globalization;
using System.Security.Claims;
using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Edge;

namespace Hub.Web.Layout;

/// <summary>Where a person stands: the boligområder that are theirs, and the one that the bar leads to.</summary>
public sealed record Place(IReadOnlyList<Membership> Memberships, Membership? Here)
{
    private const string Cookie = "hub-omraade";
    private static readonly StringComparer Alphabet = StringComparer.Create(CultureInfo.GetCultureInfo("da"), ignoreCase: true);

    /// <summary>Here is the area of the address, else the one last looked at, else the first.</summary>
    public static Place Of(HttpContext http, ITenantDirectory directory)
    {
        if (http.User.Identity?.IsAuthenticated != true)
        {
            return new Place([], null);
        }

        var all = Sorted(directory, http.User);
        var addressed = Among(all, http.Request.RouteValues["o"]?.ToString());
        var last = http.Request.Cookies[Cookie];
        if (addressed is not null && addressed.OmraadeId.ToString() != last && !http.Response.HasStarted)
        {
            http.Response.Cookies.Append(Cookie, addressed.OmraadeId.ToString(), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
                Secure = http.Request.IsHttps,
            });
        }

        return new Place(all, addressed ?? Among(all, last) ?? all.FirstOrDefault());
    }

    /// <summary>A person's memberships in the order in which people look for them.</summary>
    public static IReadOnlyList<Membership> Sorted(ITenantDirectory directory, ClaimsPrincipal user) =>
        [.. directory.Of(user).OrderBy(m => directory.Tenant(m.Tenant)?.Name, Alphabet).ThenBy(m => directory.Omraade(m.OmraadeId)?.Name, Alphabet)];

    private static Membership? Among(IEnumerable<Membership> all, string? id) =>
        Guid.TryParse(id, out var omraade) ? all.FirstOrDefault(m => m.OmraadeId == omraade) : null;
}
