using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Hub.Web.Features.Offline;

/// <summary>
/// The keys under which browsers keep flags that wait. Hub stores none: the browser keeps its own sealed, and lets go of the
/// open one when its owner is signed out. Only its owner gets it back.
/// </summary>
internal sealed class WaitingKeys(IDataProtectionProvider protection)
{
    private const string Purpose = "Hub.WaitingFlags";
    private const int Bytes = 32;

    /// <param name="user">Who is signed in.</param>
    /// <param name="sealedKey">What the browser has; null or empty when it has none.</param>
    public WaitingKey Give(Guid user, string? sealedKey)
    {
        var protector = protection.CreateProtector(Purpose, user.ToString());
        if (Open(protector, sealedKey) is { } known)
        {
            return new WaitingKey(Convert.ToBase64String(known), sealedKey!, Fresh: false);
        }

        var key = RandomNumberGenerator.GetBytes(Bytes);
        return new WaitingKey(Convert.ToBase64String(key), WebEncoders.Base64UrlEncode(protector.Protect(key)), Fresh: true);
    }

    private static byte[]? Open(IDataProtector protector, string? sealedKey)
    {
        try
        {
            return string.IsNullOrEmpty(sealedKey) ? null : protector.Unprotect(WebEncoders.Base64UrlDecode(sealedKey));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>A key for one person's browser.</summary>
/// <param name="Key">Base64; 32 bytes.</param>
/// <param name="Sealed">The same, for its owner alone to open again.</param>
/// <param name="Fresh">It opens nothing that was kept before.</param>
internal sealed record WaitingKey(string Key, string Sealed, bool Fresh)
{
    /// <summary>Never the key: this may end up in a log line or an exception.</summary>
    public override string ToString() => nameof(WaitingKey);
}
