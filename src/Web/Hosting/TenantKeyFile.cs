using Hub.Storage;

namespace Hub.Web.Hosting;

/// <summary>The installation's key where the operator has given none: one machine with one file needs no key service.</summary>
internal static class TenantKeyFile
{
    public static string ReadOrMake(string folder)
    {
        var path = Path.Combine(folder, "tenant.key");
        if (File.Exists(path))
        {
            return File.ReadAllText(path).Trim();
        }

        var key = TenantKeyRing.Generate("k1");
        DataFolder.WritePrivately(path, key);
        return key;
    }
}
