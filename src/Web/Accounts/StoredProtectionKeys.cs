using System.Xml.Linq;
using Hub.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Hub.Web.Accounts;

/// <summary>Keeps the keys of cookies and tokens in the store, which seals them: what one node has signed, every node reads.</summary>
internal sealed class StoredProtectionKeys(IProtectionKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.Read().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(element.ToString(SaveOptions.DisableFormatting));
}

/// <summary>Makes the first key, on one node only. Two that each made their own could not read each other's cookies.</summary>
internal sealed class FirstProtectionKey(IDataProtectionProvider protection, HubStore store)
{
    public Task MakeFirst(CancellationToken ct) => store.ProtectionKeys.Alone(() => protection.CreateProtector("first").Protect([1]), ct);
}

internal static class ProtectionServices
{
    /// <summary>Called after all who add data protection: each of them adds a service that would load keys before there is a table.</summary>
    public static IServiceCollection AddStoredProtectionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("hub");
        services.AddOptions<KeyManagementOptions>().Configure<HubStore>((o, store) =>
        {
            o.XmlRepository = new StoredProtectionKeys(store.ProtectionKeys);
            o.XmlEncryptor = new NullXmlEncryptor(); // the store seals
        });
        services.Remove(services.Single(d => d.ImplementationType?.Name == "DataProtectionHostedService"));
        return services.AddSingleton<FirstProtectionKey>();
    }
}
