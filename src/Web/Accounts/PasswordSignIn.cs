using System.Security.Claims;
using Hub.Web.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>Signs in by e-mail, password and, where the account or the installation wants one, a code.</summary>
internal sealed class PasswordSignIn(
    UserManager<HubUser> users, SignInManager<HubUser> signIn, UnknownAccounts unknown, IHttpContextAccessor http, Settings settings)
{
    /// <summary>Checks everything at once, for the API.</summary>
    public async Task<SignInOutcome> Check(string email, string password, string? code)
    {
        var outcome = await CheckPassword(email, password);
        if (outcome is not SignInOutcome.Accepted { User: var user } || !WantsCode(user))
        {
            return outcome;
        }

        return code is null || !user.TwoFactorEnabled ? new SignInOutcome.Refused(Fault.SecondFactorRequired) : await CheckCode(user, code);
    }

    /// <summary>The first step of the page: sets the cookie, or the short one that only the second step accepts.</summary>
    public async Task<Fault?> StartCookie(string email, string password)
    {
        var outcome = await CheckPassword(email, password);
        if (outcome is SignInOutcome.Refused { Fault: var fault })
        {
            return fault;
        }

        var user = ((SignInOutcome.Accepted)outcome).User;
        if (!WantsCode(user))
        {
            await signIn.SignInAsync(user, isPersistent: false);
            return null;
        }

        var half = new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
        await http.HttpContext!.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(half));
        return Fault.SecondFactorRequired;
    }

    /// <summary>The second step of the page: the code turns the short cookie into the real one.</summary>
    public async Task<Fault?> FinishCookie(string code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is { TwoFactorEnabled: false } fresh)
        {
            return await Enrol(fresh, code);
        }

        var result = await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        return result.Succeeded ? null : result.IsLockedOut ? Fault.LockedOut : Fault.InvalidCredentials;
    }

    /// <summary>Who has given the password and still owes the code; with the key to put into an app when the account has none yet.</summary>
    public async Task<SecondStep?> Pending()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return null;
        }

        if (user.TwoFactorEnabled)
        {
            return new SecondStep(null);
        }

        if (await users.GetAuthenticatorKeyAsync(user) is null)
        {
            await users.ResetAuthenticatorKeyAsync(user);
        }

        return new SecondStep(await users.GetAuthenticatorKeyAsync(user));
    }

    private bool WantsCode(HubUser user) => user.TwoFactorEnabled || settings.RequireMfa;

    /// <summary>Checks the password alone, and counts a wrong one.</summary>
    public async Task<SignInOutcome> CheckPassword(string email, string password)
    {
        if (await users.FindByEmailAsync(email) is not { } user)
        {
            return new SignInOutcome.Refused(unknown.Fail(users.NormalizeEmail(email)!, password) ? Fault.LockedOut : Fault.InvalidCredentials);
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        return result.Succeeded ? new SignInOutcome.Accepted(user)
            : new SignInOutcome.Refused(result.IsLockedOut ? Fault.LockedOut : Fault.InvalidCredentials);
    }

    private async Task<SignInOutcome> CheckCode(HubUser user, string code)
    {
        if (await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            await users.ResetAccessFailedCountAsync(user);
            return new SignInOutcome.Accepted(user);
        }

        await users.AccessFailedAsync(user);
        return new SignInOutcome.Refused(await users.IsLockedOutAsync(user) ? Fault.LockedOut : Fault.InvalidCredentials);
    }

    private async Task<Fault?> Enrol(HubUser user, string code)
    {
        if (await CheckCode(user, code) is SignInOutcome.Refused { Fault: var fault })
        {
            return fault;
        }

        await users.SetTwoFactorEnabledAsync(user, true);
        await http.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(user, isPersistent: false);
        return null;
    }
}

/// <summary>The second step of a sign-in.</summary>
/// <param name="NewKey">To be put into an authenticator app first; null when the account has one.</param>
internal sealed record SecondStep(string? NewKey);

/// <summary>What became of a sign-in.</summary>
internal abstract record SignInOutcome
{
    public sealed record Accepted(HubUser User) : SignInOutcome;

    public sealed record Refused(Fault Fault) : SignInOutcome;
}
