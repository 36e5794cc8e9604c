using Hub.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Server;

/// <summary>What an administrator or the account's owner does to it.</summary>
public static class Accounts
{
    /// <summary>Puts a key into the account's authenticator app and returns it.</summary>
    public static async Task<string> TurnOnSecondFactor(this HubServer hub, string email)
    {
        var key = "";
        await hub.Change(email, async (users, user) =>
        {
            await users.ResetAuthenticatorKeyAsync(user);
            await users.SetTwoFactorEnabledAsync(user, true);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        });
        return key;
    }

    /// <summary>Signs the person out everywhere.</summary>
    public static Task SignOutEverywhere(this HubServer hub, string email) => hub.Change(email, (users, user) => users.UpdateSecurityStampAsync(user));

    private static async Task Change(this HubServer hub, string email, Func<UserManager<HubUser>, HubUser, Task> change)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<HubUser>>();
        await change(users, (await users.FindByEmailAsync(email))!);
    }
}
