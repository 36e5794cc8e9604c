using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>Gives a browser its cookie.</summary>
internal sealed class CookieSignIn(SignInManager<HubUser> signIn, SessionBook sessions, IHttpContextAccessor http)
{
    public async Task SignIn(HubUser user, bool strong, Vouched? vouched = null) =>
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [await sessions.Start(user.Id, SessionKind.Browser, strong, vouched, http.HttpContext!.RequestAborted)]);

    /// <summary>A new cookie for the same session, and the end of all others: what makes a session trustworthy has changed.</summary>
    public async Task Renew(HubUser user)
    {
        var context = http.HttpContext!;
        var session = context.User.FindFirst(SessionBook.ClaimType);
        await sessions.EndOthers(user.Id, SessionBook.IdOf(context.User), context.RequestAborted);
        if (session is not null)
        {
            await signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(), [session]);
        }
    }
}
