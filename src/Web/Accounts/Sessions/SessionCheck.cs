using System.Security.Claims;
using Hub.Web.Edge;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>A cookie or token of a session that has ended is nobody's; one that still counts tells how its owner signed in.</summary>
internal sealed class SessionCheck(SessionBook sessions, Settings settings) : IClaimsTransformation
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true, AuthenticationType: var type } || type != IdentityConstants.ApplicationScheme)
        {
            return principal;
        }

        return SessionBook.IdOf(principal) is { } id && await sessions.Find(id, default) is { } session && session.UserId == principal.UserId()
            ? With(principal, [.. Told(session, settings)])
            : Nobody;
    }

    /// <summary>How the owner of a session signed in.</summary>
    public static IEnumerable<Claim> Told(AccountSession session, Settings settings)
    {
        if (!settings.Assurance.IsMet(session))
        {
            yield return new Claim(Standing.NamesSealed, "true");
        }

        if (session.OnlyIn is { } tenant)
        {
            yield return new Claim(Standing.OnlyIn, tenant.ToString());
        }
    }

    /// <summary>Beside the principal and not in it: what is told now must not find its way into the cookie.</summary>
    private static ClaimsPrincipal With(ClaimsPrincipal principal, Claim[] told)
    {
        if (told.Length == 0)
        {
            return principal;
        }

        var with = new ClaimsPrincipal(principal);
        with.AddIdentity(new ClaimsIdentity(told));
        return with;
    }
}
