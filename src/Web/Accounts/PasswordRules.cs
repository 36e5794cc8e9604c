using Microsoft.AspNetCore.Identity;
using static Hub.Web.Accounts.AccountWords;

namespace Hub.Web.Accounts;

/// <summary>What a new password must be: long rather than odd.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;

    public static PasswordOptions Options { get; } = new()
    {
        RequiredLength = Shortest,
        RequiredUniqueChars = 5,
        RequireDigit = false,
        RequireLowercase = false,
        RequireUppercase = false,
        RequireNonAlphanumeric = false,
    };

    /// <summary>Why a password was refused, for a person to read.</summary>
    public static string Sentence(IEnumerable<IdentityError> errors) => string.Join(' ', errors.Select(Sentence).Distinct());

    private static string Sentence(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => Text.With("Password.Short", Shortest),
        nameof(IdentityErrorDescriber.PasswordMismatch) => Text["Password.Wrong"],
        _ => Text["Password.Easy"],
    };
}
