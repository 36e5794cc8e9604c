using Hub.Domain.Access;
using Hub.Grains;
using Hub.Web.Errors;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>A code from an app on the person's phone (RFC 6238), or one of the codes kept for the day the phone is lost.</summary>
internal sealed class SecondFactor(UserManager<HubUser> users, IUserStore<HubUser> store, ITenantDirectory directory, Settings settings)
{
    private const int RecoveryCodes = 10;

    /// <summary>Whether the person may not do without.</summary>
    public bool IsRequired(Guid user) => settings.RequireMfa && directory.Of(user).Any(m => Roles.NeedsSecondFactor(m.Rolle));

    public bool IsWanted(HubUser user) => user.TwoFactorEnabled || IsRequired(user.Id);

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

    /// <summary>Checks a code and counts a wrong one. A recovery code is used up.</summary>
    public async Task<SignInOutcome> Check(HubUser user, string typed)
    {
        if (await users.IsLockedOutAsync(user))
        {
            return new SignInOutcome.Refused(Fault.LockedOut);
        }

        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        if (await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code)
            || (user.TwoFactorEnabled && (await users.RedeemTwoFactorRecoveryCodeAsync(user, code.ToUpperInvariant())).Succeeded))
        {
            await users.ResetAccessFailedCountAsync(user);
            return new SignInOutcome.Accepted(user);
        }

        await users.AccessFailedAsync(user);
        return new SignInOutcome.Refused(await users.IsLockedOutAsync(user) ? Fault.LockedOut : Fault.InvalidCredentials);
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
