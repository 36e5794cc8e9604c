using System.Security.Claims;
using Hub.Web.Edge;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>A cookie or token of a session that has ended is nobody's.</summary>
internal sealed class SessionCheck(SessionBook sessions) : IClaimsTransformation
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true, AuthenticationType: var type } || type != IdentityConstants.ApplicationScheme)
        {
            return principal;
        }

        return SessionBook.IdOf(principal) is { } id && await sessions.Find(id, default) is { } session && session.UserId == principal.UserId() ? principal : Nobody;
    }
}
