using Hub.Domain.Tenants;
using Hub.Grains;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace Hub.Web.Issuer;

/// <summary>Who comes with a client's id. One that its boligorganisation has shut out, or that has left Hub with it, is nobody, wherever it comes.</summary>
internal sealed class IssuerClients(
    IOpenIddictApplicationCache<IssuerClient> cache, ILogger<OpenIddictApplicationManager<IssuerClient>> logger, IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<IssuerClient> store, ITenantDirectory directory) : OpenIddictApplicationManager<IssuerClient>(cache, logger, options, store)
{
    public override async ValueTask<IssuerClient?> FindByClientIdAsync(string identifier, CancellationToken cancellationToken = default) =>
        await base.FindByClientIdAsync(identifier, cancellationToken) is { } client && directory.ClientOf(client.Tenant, client.Id) is { Disabled: false } ? client : null;
}

internal static class ClientsInDirectory
{
    /// <summary>A client as its boligorganisation's stream has it; null when it is not there any more.</summary>
    public static Client? ClientOf(this ITenantDirectory directory, Guid tenant, Guid client) => directory.Tenant(tenant)?.Clients.GetValueOrDefault(client);
}
