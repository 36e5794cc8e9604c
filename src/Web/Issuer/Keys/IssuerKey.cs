using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Web.Issuer;

/// <summary>A key of the issuer's as it lies in the store, sealed under the keys that protect cookies.</summary>
public sealed class KeptKey
{
    public required Guid Id { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>It signs, and everybody may see its public half; otherwise it encrypts what only Hub reads.</summary>
    public required bool Signs { get; init; }

    public required string Material { get; init; }
}

/// <summary>The same, opened.</summary>
internal sealed record IssuerKey(Guid Id, DateTimeOffset MadeAt, bool Signs, byte[] Material)
{
    private const int SigningBits = 2048;
    private const int EncryptionBytes = 32;

    public static IssuerKey New(Guid id, bool signs, DateTimeOffset now)
    {
        if (!signs)
        {
            return new IssuerKey(id, now, signs, RandomNumberGenerator.GetBytes(EncryptionBytes));
        }

        using var rsa = RSA.Create(SigningBits);
        return new IssuerKey(id, now, signs, rsa.ExportPkcs8PrivateKey());
    }

    public SecurityKey Open()
    {
        if (!Signs)
        {
            return new SymmetricSecurityKey(Material) { KeyId = Id.ToString("N") };
        }

        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Material, out _);
        return new RsaSecurityKey(rsa) { KeyId = Id.ToString("N") };
    }
}
