using QRCoder;

namespace Hub.Web.Accounts;

/// <summary>A key on its way into an authenticator app.</summary>
public sealed record NewKey(string Key, string Email)
{
    /// <summary>Easier to type off a screen.</summary>
    public string InFours => string.Join(' ', Key.Chunk(4).Select(four => new string(four)));

    /// <summary>Opens the app where it is on the same device.</summary>
    public string Link => $"otpauth://totp/Hub:{Uri.EscapeDataString(Email)}?secret={Key}&issuer=Hub&digits=6";

    /// <summary>The link as squares: one path, so that no style is needed.</summary>
    public (int Size, string Path) Squares
    {
        get
        {
            using var code = QRCodeGenerator.GenerateQrCode(Link, QRCodeGenerator.ECCLevel.M);
            var dark = from y in Enumerable.Range(0, code.ModuleMatrix.Count)
                       from x in Enumerable.Range(0, code.ModuleMatrix.Count)
                       where code.ModuleMatrix[y][x]
                       select $"M{x} {y}h1v1h-1z";
            return (code.ModuleMatrix.Count, string.Concat(dark));
        }
    }
}
