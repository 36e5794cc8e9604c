using System.Text.Json;
using Hub.Storage;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace Hub.Web.Issuer;

/// <summary>Maps what the library keeps onto the <c>issuer_*</c> tables; Hub's migrator makes them, not this.</summary>
internal sealed class IssuerContext(DbContextOptions<IssuerContext> options) : DbContext(options)
{
    public DbSet<IssuerClient> Clients => Set<IssuerClient>();

    public DbSet<IssuerAuthorization> Authorizations => Set<IssuerAuthorization>();

    public DbSet<KeptKey> Keys => Set<KeptKey>();

    public static IssuerContext Open(HubStore store) => new(new DbContextOptionsBuilder<IssuerContext>().UseNpgsql(store.Postgres!).Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseOpenIddict<IssuerClient, IssuerAuthorization, IssuerScope, IssuerToken, Guid>();
        modelBuilder.Entity<IssuerClient>().ToTable("issuer_clients");
        modelBuilder.Entity<IssuerAuthorization>().ToTable("issuer_authorizations");
        modelBuilder.Entity<IssuerScope>().ToTable("issuer_scopes");
        modelBuilder.Entity<IssuerToken>().ToTable("issuer_tokens");
        modelBuilder.Entity<KeptKey>().ToTable("issuer_keys");
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}

/// <summary>Another system, or an app that acts for people, of one boligorganisation. What it may do stands in that one's own stream, not here.</summary>
public sealed class IssuerClient : OpenIddictEntityFrameworkCoreApplication<Guid, IssuerAuthorization, IssuerToken>
{
    public Guid Tenant { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }
}

/// <summary>What a person has let an app do: once and for all (permanent), and in one go of signing in (ad hoc).</summary>
public sealed class IssuerAuthorization : OpenIddictEntityFrameworkCoreAuthorization<Guid, IssuerClient, IssuerToken>;

/// <summary>Scopes come from areas and offices: none is kept here. The library wants a table.</summary>
public sealed class IssuerScope : OpenIddictEntityFrameworkCoreScope<Guid>;

/// <summary>That a token was given out and what became of it; never the token itself.</summary>
public sealed class IssuerToken : OpenIddictEntityFrameworkCoreToken<Guid, IssuerClient, IssuerAuthorization>;
