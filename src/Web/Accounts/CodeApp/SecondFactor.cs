using System.Globalization;
using Hub.Web.Errors;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>A code from an app on the person's phone (RFC 6238), or one of the codes kept for the day the phone is lost.</summary>
internal sealed class SecondFactor(
    UserManager<HubUser> users, IUserStore<HubUser> store, SessionBook sessions, SecondFactorDuty duty, TimeProvider clock)
{
    private const int RecoveryCodes = 10;
    private const string Provider = "[Hub]";
    private const string LastStep = "LastCodeStep";

    /// <summary>
    /// Whether something more than a password may be set up or taken away: by who gave more, and by who has no more yet. The word of one
    /// boligorganisation's provider is not enough: the account may count in others too.
    /// </summary>
    public async Task<bool> MaySetUp(HubUser user, Guid? session, CancellationToken ct) =>
        session is { } id && await sessions.Find(id, ct) is { OnlyIn: null } now && (now.Strong || (!user.TwoFactorEnabled && !await HasPasskey(user)));

    public async Task<bool> HasPasskey(HubUser user) => (await users.GetPasskeysAsync(user)).Count > 0;

    public bool IsWanted(HubUser user) => user.TwoFactorEnabled || duty.Holds(user.Id);

    /// <summary>The key to put into an app; the same until a code of it has been given.</summary>
    public async Task<NewKey> NewKey(HubUser user)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is null)
        {
            // Resetting it through the manager would also sign the person out everywhere; a key of which no code has been given protects nothing yet.
            await ((IUserAuthenticatorKeyStore<HubUser>)store).SetAuthenticatorKeyAsync(user, users.GenerateNewAuthenticatorKey(), CancellationToken.None);
            await users.UpdateAsync(user);
        }

        return new NewKey((await users.GetAuthenticatorKeyAsync(user))!, user.Email!);
    }

    /// <summary>Checks a code and counts a wrong one. A code, of the app or for recovery, is used up.</summary>
    public async Task<SignInOutcome> Check(HubUser user, string typed)
    {
        if (await users.IsLockedOutAsync(user))
        {
            return new SignInOutcome.Refused(Fault.LockedOut);
        }

        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        if (await UseUp(user, code)
            || (user.TwoFactorEnabled && (await users.RedeemTwoFactorRecoveryCodeAsync(user, code.ToUpperInvariant())).Succeeded))
        {
            await users.ResetAccessFailedCountAsync(user);
            return new SignInOutcome.Accepted(user);
        }

        await users.AccessFailedAsync(user);
        return new SignInOutcome.Refused(await users.IsLockedOutAsync(user) ? Fault.LockedOut : Fault.InvalidCredentials);
    }

    /// <summary>Whoever looked over a shoulder, or reads the wire a moment later, comes with a code that has been used.</summary>
    private async Task<bool> UseUp(HubUser user, string code)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is not { } key || CodeSteps.Of(key, code, clock.GetUtcNow()) is not { } step)
        {
            return false;
        }

        var last = await users.GetAuthenticationTokenAsync(user, Provider, LastStep);
        // The write fails for the slower of two at once: both carry the account's stamp.
        return (last is null || long.Parse(last, CultureInfo.InvariantCulture) < step)
            && (await users.SetAuthenticationTokenAsync(user, Provider, LastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }

    /// <summary>Turns the app on by a first code from it.</summary>
    /// <returns>The recovery codes; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> Enrol(HubUser user, string code)
    {
        if (await Check(user, code) is not SignInOutcome.Accepted)
        {
            return null;
        }

        await users.SetTwoFactorEnabledAsync(user, true);
        return await NewRecoveryCodes(user);
    }

    public async Task<IReadOnlyList<string>> NewRecoveryCodes(HubUser user) => [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!];

    public async Task TurnOff(HubUser user)
    {
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
    }
}
