using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>
/// Refuses what everybody tries first: the words that lists of leaked passwords are made of, Danish ones too, and the person's own name,
/// however they are strung together and dressed up with digits. Nothing is asked of anybody outside.
/// </summary>
internal sealed class CommonPasswords : IPasswordValidator<HubUser>
{
    /// <summary>So many letters beside the known words make it a password of its own.</summary>
    private const int OwnLetters = 4;

    private static readonly string[] Words = [.. Read().OrderByDescending(w => w.Length)];

    public Task<IdentityResult> ValidateAsync(UserManager<HubUser> manager, HubUser user, string? password) =>
        Task.FromResult(IsCommon(password ?? "", user) ? IdentityResult.Failed(new IdentityError { Code = "PasswordCommon" }) : IdentityResult.Success);

    public static bool IsCommon(string password, HubUser user)
    {
        var known = Words.Concat(Own(user)).ToList();
        var lowered = password.ToLowerInvariant();
        return Left(lowered, known) < OwnLetters || Left(Spelled(lowered), known) < OwnLetters;
    }

    private static int Left(string text, IEnumerable<string> known) =>
        known.Aggregate(string.Concat(text.Where(char.IsLetter)), (left, word) => left.Replace(word, "", StringComparison.Ordinal)).Length;

    /// <summary>With digits and signs read as the letters they look like.</summary>
    private static string Spelled(string text) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    }));

    private static IEnumerable<string> Own(HubUser user) =>
        $"{user.Name} {user.Email}".ToLowerInvariant().Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2);

    private static string[] Read()
    {
        using var list = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords")!);
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
