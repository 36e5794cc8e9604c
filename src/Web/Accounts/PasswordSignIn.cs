using System.Security.Claims;
using Hub.Web.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>Signs in by e-mail, password and, where the account or the person's role wants one, a code.</summary>
internal sealed class PasswordSignIn(
    UserManager<HubUser> users, SignInManager<HubUser> signIn, SecondFactor factor, CookieSignIn cookie, UnknownAccounts unknown, IHttpContextAccessor http)
{
    /// <summary>Checks everything at once, for the API.</summary>
    public async Task<SignInOutcome> Check(string email, string password, string? code)
    {
        var outcome = await CheckPassword(email, password);
        if (outcome is not SignInOutcome.Accepted { User: var user } || !factor.IsWanted(user))
        {
            return outcome;
        }

        return code is null || !user.TwoFactorEnabled ? new SignInOutcome.Refused(Fault.SecondFactorRequired) : await factor.Check(user, code);
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
        if (!factor.IsWanted(user))
        {
            await cookie.SignIn(user, strong: false);
            return null;
        }

        var half = new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
        await http.HttpContext!.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(half));
        return Fault.SecondFactorRequired;
    }

    /// <summary>The second step of the page: the code turns the short cookie into the real one.</summary>
    public async Task<SecondStepOutcome> FinishCookie(string code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return new SecondStepOutcome(Fault.InvalidCredentials);
        }

        IReadOnlyList<string>? recovery = null;
        if (user.TwoFactorEnabled)
        {
            if (await factor.Check(user, code) is SignInOutcome.Refused { Fault: var refused })
            {
                return new SecondStepOutcome(refused);
            }
        }
        else if ((recovery = await factor.Enrol(user, code)) is null)
        {
            return new SecondStepOutcome(await users.IsLockedOutAsync(user) ? Fault.LockedOut : Fault.InvalidCredentials);
        }

        await http.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await cookie.SignIn(user, strong: true);
        return new SecondStepOutcome(null, recovery);
    }

    /// <summary>Who has given the password and still owes the code; with the key to put into an app when the account has none yet.</summary>
    public async Task<SecondStep?> Pending() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user ? null
        : new SecondStep(user.TwoFactorEnabled ? null : await factor.NewKey(user));

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
}

/// <summary>The second step of a sign-in.</summary>
/// <param name="NewKey">To be put into an authenticator app first; null when the account has one.</param>
internal sealed record SecondStep(NewKey? NewKey);

/// <summary>What became of the second step.</summary>
/// <param name="Fault">Null: signed in.</param>
/// <param name="RecoveryCodes">New ones, where the app was set up just now; shown once.</param>
internal sealed record SecondStepOutcome(Fault? Fault, IReadOnlyList<string>? RecoveryCodes = null);

/// <summary>What became of a sign-in.</summary>
internal abstract record SignInOutcome
{
    public sealed record Accepted(HubUser User) : SignInOutcome;

    public sealed record Refused(Fault Fault) : SignInOutcome;
}
