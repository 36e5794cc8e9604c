using System.ComponentModel.DataAnnotations;

namespace Hub.Web.Accounts;

/// <summary>What passes for an e-mail address.</summary>
internal static class Emails
{
    private static readonly EmailAddressAttribute Shape = new();

    /// <summary>What stands behind the last @.</summary>
    public static string Domain(string email) => email[(email.LastIndexOf('@') + 1)..];

    public static bool IsOne(string text) => text.Length <= 256 && Shape.IsValid(text) && !text.Any(char.IsWhiteSpace);
}
