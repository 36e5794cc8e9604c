using System.Security.Claims;
using Hub.Web.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>Signs in by e-mail, password and, where the account or the person's role wants one, a code.</summary>
internal sealed class PasswordSignIn(
    UserManager<HubUser> users, SignInManager<HubUser> signIn, SecondFactor factor, Passkeys passkeys, CookieSignIn cookie, UnknownAccounts unknown,
    GuessingAddresses guessing, IHttpContextAccessor http)
{
    private const string VouchedIn = "hub-vouched-in";
    private const string VouchedLevel = "hub-vouched-level";

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

        await AskForCode(user, null);
        return Fault.SecondFactorRequired;
    }

    /// <summary>Sets the short cookie that only the second step accepts.</summary>
    public async Task AskForCode(HubUser user, Vouched? vouched)
    {
        var half = new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
        if (vouched is not null)
        {
            half.AddClaims([new Claim(VouchedIn, vouched.Tenant.ToString()), new Claim(VouchedLevel, vouched.Assurance)]);
        }

        await http.HttpContext!.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(half));
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
        else if (await factor.HasPasskey(user) || (recovery = await factor.Enrol(user, code)) is null)
        {
            return new SecondStepOutcome(await users.IsLockedOutAsync(user) ? Fault.LockedOut : Fault.InvalidCredentials);
        }

        var half = (await http.HttpContext!.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
        await http.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await cookie.SignIn(user, strong: true, Guid.TryParse(half?.FindFirstValue(VouchedIn), out var tenant) ? new Vouched(tenant, half!.FindFirstValue(VouchedLevel)!) : null);
        return new SecondStepOutcome(null, recovery);
    }

    /// <summary>Who has given the password and still owes more; with the key to put into an app when the account has nothing else yet.</summary>
    public async Task<SecondStep?> Pending()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return null;
        }

        var byPasskey = !user.TwoFactorEnabled && await factor.HasPasskey(user);
        return new SecondStep(user.TwoFactorEnabled || byPasskey ? null : await factor.NewKey(user), byPasskey);
    }

    /// <summary>Signs in by a key in the person's device.</summary>
    public async Task<Fault?> UsePasskey(string credential)
    {
        if (await passkeys.Check(credential) is not SignInOutcome.Accepted { User: var user })
        {
            return Fault.InvalidCredentials;
        }

        await cookie.SignIn(user, strong: true);
        return null;
    }

    /// <summary>Checks the password alone, and counts a wrong one.</summary>
    public async Task<SignInOutcome> CheckPassword(string email, string password)
    {
        var address = http.HttpContext!.Connection.RemoteIpAddress;
        if (guessing.IsLocked(address))
        {
            return new SignInOutcome.Refused(Fault.TooManyRequests);
        }

        var outcome = await CheckAccount(email, password);
        if (outcome is SignInOutcome.Refused)
        {
            guessing.Fail(address);
        }

        return outcome;
    }

    private async Task<SignInOutcome> CheckAccount(string email, string password)
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
/// <param name="NewKey">To be put into an authenticator app first; null when the account has one, or a passkey.</param>
/// <param name="ByPasskey">Whether a passkey is all there is.</param>
internal sealed record SecondStep(NewKey? NewKey, bool ByPasskey);

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
