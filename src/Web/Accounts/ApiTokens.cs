using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>Bearer tokens, each of a session that can be ended.</summary>
internal sealed class ApiTokens(SignInManager<HubUser> signIn, SessionBook sessions)
{
    public async Task<IResult> New(HubUser user, bool strong, CancellationToken ct) => await Of(user, await sessions.Start(user.Id, SessionKind.Api, strong, ct));

    /// <summary>New tokens of the same session; null when it has ended.</summary>
    public async Task<IResult?> Again(HubUser user, ClaimsPrincipal before, CancellationToken ct) =>
        SessionBook.IdOf(before) is { } id && await sessions.Find(id, ct) is not null ? await Of(user, before.FindFirst(SessionBook.ClaimType)!.Clone()) : null;

    private async Task<IResult> Of(HubUser user, Claim session)
    {
        var principal = await signIn.CreateUserPrincipalAsync(user);
        principal.Identities.First().AddClaim(session);
        return Results.SignIn(principal, authenticationScheme: IdentityConstants.BearerScheme);
    }
}
