using Hub.Storage;

namespace Hub.Web.Hosting;

/// <summary>The installation's key where the operator has given none: one machine with one file needs no key service.</summary>
internal static class TenantKeyFile
{
    public static string PathIn(string folder) => Path.Combine(folder, "tenant.key");

    public static string ReadOrMake(string folder)
    {
        var path = PathIn(folder);
        if (File.Exists(path))
        {
            return File.ReadAllText(path).Trim();
        }

        var key = TenantKeyRing.Generate("k1");
        DataFolder.WritePrivately(path, key);
        return key;
    }

    /// <summary>The old file is there until the new one is whole.</summary>
    public static void Replace(string folder, string keys)
    {
        var next = PathIn(folder) + ".next";
        File.Delete(next);
        DataFolder.WritePrivately(next, keys);
        File.Move(next, PathIn(folder), overwrite: true);
    }
}
