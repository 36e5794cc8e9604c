using System.Buffers.Text;
using Hub.Web.Errors;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>
/// A key in the person's own device (WebAuthn), which the device lets go only to Hub's own address and after a finger, a face or a PIN:
/// two factors at once, and nothing that can be coaxed out of anybody. Whose key it is, the device says; so nothing is asked by address first.
/// </summary>
internal sealed class Passkeys(SignInManager<HubUser> signIn, UserManager<HubUser> users, SecondFactorDuty duty, Settings settings)
{
    public const int MostOfOne = 10;
    public const int LongestName = 60;

    /// <summary>A key belongs to a name of the net; a bare address has none.</summary>
    public bool AreUsable => Uri.CheckHostName(settings.PublicUrl.Host) == UriHostNameType.Dns;

    public static void Configure(IdentityPasskeyOptions options, Settings settings)
    {
        var origin = settings.PublicUrl.GetLeftPart(UriPartial.Authority);
        options.ServerDomain = settings.PublicUrl.Host;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == origin);
    }

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public async Task<IReadOnlyList<UserPasskeyInfo>> Of(HubUser user) => [.. (await users.GetPasskeysAsync(user)).OrderBy(p => p.CreatedAt)];

    /// <summary>What the browser hands to the device to make a key.</summary>
    public Task<string> AskForNew(HubUser user) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Name });

    /// <summary>What the browser hands to the device to use a key: the same for everybody.</summary>
    public Task<string> AskForAny() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>Keeps the key that the device has made.</summary>
    /// <returns>False when it is none that was asked for.</returns>
    public async Task<bool> Add(HubUser user, string credential, string name)
    {
        var made = await Try(() => signIn.PerformPasskeyAttestationAsync(credential));
        if (made is not { Succeeded: true, Passkey: { } passkey } || made.UserEntity.Id != user.Id.ToString() || (await Of(user)).Count >= MostOfOne)
        {
            return false;
        }

        passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(user, passkey)).Succeeded;
    }

    /// <summary>Whose key it is, if it is one.</summary>
    public async Task<SignInOutcome> Check(string credential)
    {
        var used = await Try(() => signIn.PerformPasskeyAssertionAsync(credential));
        if (used is not { Succeeded: true, User: { } user, Passkey: { } passkey })
        {
            return new SignInOutcome.Refused(Fault.InvalidCredentials);
        }

        if (await users.IsLockedOutAsync(user))
        {
            return new SignInOutcome.Refused(Fault.LockedOut);
        }

        await users.AddOrUpdatePasskeyAsync(user, passkey);
        return new SignInOutcome.Accepted(user);
    }

    /// <summary>Takes a key away; not the last thing that stands between a stolen password and a role that demands more.</summary>
    public async Task<bool> Remove(HubUser user, string id)
    {
        var keys = await Of(user);
        if (!user.TwoFactorEnabled && keys.Count == 1 && duty.Holds(user.Id))
        {
            return false;
        }

        if (keys.FirstOrDefault(k => IdOf(k) == id) is { } key)
        {
            await users.RemovePasskeyAsync(user, key.CredentialId);
        }

        return true;
    }

    /// <summary>Identity throws when nobody has asked, or asked too long ago.</summary>
    private static async Task<T?> Try<T>(Func<Task<T>> ceremony) where T : class
    {
        try
        {
            return await ceremony();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
