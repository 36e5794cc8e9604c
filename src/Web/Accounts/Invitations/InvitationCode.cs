using System.Security.Cryptography;
using System.Text;

namespace Hub.Web.Accounts;

/// <summary>A code that can be read aloud: a hundred random bits, without letters that look like digits.</summary>
internal static class InvitationCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 20;

    public static string Make() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(5).Select(five => new string(five)));

    /// <summary>The same however it was typed: with or without dashes, spaces and capitals.</summary>
    public static string Hash(string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToUpperInvariant().Where(char.IsLetterOrDigit)))));
}
