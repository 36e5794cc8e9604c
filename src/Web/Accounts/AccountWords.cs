using Hub.Web.Layout;

namespace Hub.Web.Accounts;

/// <summary>The words of sign-in and profile.</summary>
internal static class AccountWords
{
    public static Book Text { get; } = new("Accounts.AccountWords");
}
