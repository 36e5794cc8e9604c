using System.Security.Cryptography;
using System.Text.Json;
using Hub.Domain.Tenants;
using Hub.Grains;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Core;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hub.Web.Issuer;

/// <summary>The clients of boligorganisationer. What they may do and whether they are let in stands in the tenant's stream; here is by what they are known.</summary>
internal sealed class ClientBook(IssuerContext context, OpenIddictApplicationManager<IssuerClient> clients, Grants grants, ITenantDirectory directory, TimeProvider clock)
{
    private const int SecretBytes = 32;

    /// <summary>Those of a boligorganisation, by name.</summary>
    public async Task<IReadOnlyList<(IssuerClient Client, Client May)>> Of(Guid tenant, CancellationToken ct)
    {
        var kept = await context.Clients.AsNoTracking().Where(c => c.Tenant == tenant).ToListAsync(ct);
        return [.. kept.Select(c => (c, directory.ClientOf(tenant, c.Id)!)).Where(c => c.Item2 is not null).OrderBy(c => c.c.DisplayName, StringComparer.CurrentCulture)];
    }

    /// <summary>One that is let in, by the id that it comes with; with its boligorganisation and what it may.</summary>
    public async Task<KnownClient?> Find(string? clientId, CancellationToken ct) =>
        clientId is not null && await clients.FindByClientIdAsync(clientId, ct) is { } client
            ? new KnownClient(client, directory.Tenant(client.Tenant)!, directory.ClientOf(client.Tenant, client.Id)!)
            : null;

    /// <returns>The secret, which is shown once; null for an app that could not keep one.</returns>
    public async Task<string?> Register(Guid id, Guid tenant, NewClient wish, CancellationToken ct)
    {
        var client = new IssuerClient
        {
            Id = id,
            Tenant = tenant,
            RegisteredAt = clock.GetUtcNow(),
            ClientId = $"hub-{id:N}",
            DisplayName = wish.Name,
            ApplicationType = wish.Kind == ClientKind.Mobil ? ApplicationTypes.Native : ApplicationTypes.Web,
            ClientType = wish.Kind == ClientKind.Mobil ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Explicit,
            Permissions = JsonSerializer.Serialize(Permits(wish.Kind)),
            RedirectUris = JsonSerializer.Serialize(wish.RedirectUris),
        };
        var secret = wish.Kind == ClientKind.Mobil ? null : NewSecret();
        await clients.CreateAsync(client, secret, ct);
        return secret;
    }

    public async Task<string> ReplaceSecret(Guid id, CancellationToken ct)
    {
        var secret = NewSecret();
        await clients.UpdateAsync((await clients.FindByIdAsync(id.ToString(), ct))!, secret, ct);
        return secret;
    }

    public Task<bool> IsThere(Guid id, CancellationToken ct) => context.Clients.AnyAsync(c => c.Id == id, ct);

    /// <summary>Whether it is the boligorganisation's and has a secret that could be replaced.</summary>
    public Task<bool> HasSecret(Guid id, Guid tenant, CancellationToken ct) =>
        context.Clients.AnyAsync(c => c.Id == id && c.Tenant == tenant && c.ClientType == ClientTypes.Confidential, ct);

    public static bool IsMobile(IssuerClient client) => client.ClientType == ClientTypes.Public;

    /// <summary>Takes back all that it was given.</summary>
    public Task ShutOut(Guid id, CancellationToken ct) => grants.EndAll(id, person: null, ct);

    public async Task Remove(Guid id, CancellationToken ct)
    {
        await ShutOut(id, ct);
        if (await clients.FindByIdAsync(id.ToString(), ct) is { } client)
        {
            await clients.DeleteAsync(client, ct);
        }
    }

    private static string NewSecret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(SecretBytes));

    private static string[] Permits(ClientKind kind) =>
    [
        Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Endpoints.Introspection,
        .. kind == ClientKind.System
            ? new[] { Permissions.GrantTypes.ClientCredentials }
            : [Permissions.Endpoints.Authorization, Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code],
    ];
}

/// <summary>A client that is let in.</summary>
public sealed record KnownClient(IssuerClient Client, TenantInfo Tenant, Client May);

/// <summary>What an admin wants to let in.</summary>
internal sealed record NewClient(string Name, ClientKind Kind, IReadOnlyList<string> RedirectUris);

/// <summary>What kind of program it is.</summary>
internal enum ClientKind
{
    /// <summary>Another system: nobody sits in front of it.</summary>
    System,

    /// <summary>An app on a server of its own, which can keep a secret.</summary>
    Web,

    /// <summary>An app on somebody's phone or computer, where everybody can read what is in it.</summary>
    Mobil,
}
