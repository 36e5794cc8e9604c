using System.Globalization;
using System.Security.Cryptography;
using Hub.Storage;
using Hub.Web.Hosting;

namespace Hub.Web.Operations;

/// <summary>
/// <c>./hub rotate-key</c>: a new master key wraps every tenant's key. The old one stays in the list for what it has marked. Where HUB_TENANT_KEY
/// is given by the operator, the new key is its first already, and this only wraps.
/// </summary>
internal static class RotateKey
{
    public const string Verb = "rotate-key";

    public static Task<int> Run(string[] args, TextWriter output) => OperatorFiles.OneLine(async () =>
    {
        var given = OperatorFiles.Read(args);
        var settings = OperatorFiles.Settings(given);
        var own = given["HUB_TENANT_KEY"] is not { Length: > 0 };
        try
        {
            // A rotation that was interrupted is finished under the key that it made.
            var finished = await Wrap(settings, settings.TenantKey);
            if (own && finished == 0)
            {
                var keys = TenantKeyRing.WithNew(settings.TenantKey);
                TenantKeyFile.Replace(settings.DataFolder, keys);
                finished = await Wrap(settings, keys);
            }

            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"tenants' keys wrapped by the current master key: {finished}"));
            if (own)
            {
                await output.WriteLineAsync($"{TenantKeyFile.PathIn(settings.DataFolder)}: the keys, the current one first. Keep a copy apart from the backups.");
            }
        }
        catch (CryptographicException e)
        {
            throw new SettingsException(e.Message);
        }
    });

    private static async Task<int> Wrap(Settings settings, string keys)
    {
        await using var store = HubStore.Open(settings.Database, TenantKeyRing.Parse(keys), TimeProvider.System, settings.DatabaseOwner);
        await store.Migrate();
        return await store.RewrapTenantKeys();
    }
}
