using System.Text.Json;
using Hub.Storage.Sqlite;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>
/// Maps Identity onto the <c>account_*</c> tables; Hub's migrator makes them, not this.
/// On SQLite it reads by connections of its own, and every write stands in line with all others at the one writer.
/// </summary>
public sealed class HubIdentityContext(DbContextOptions<HubIdentityContext> options, SqliteFile? file = null) : IdentityUserContext<HubUser, Guid>(options)
{
    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<AccountSession> Sessions => Set<AccountSession>();

    public DbSet<AccountSystem> Systems => Set<AccountSystem>();

    public DbSet<AccountProvider> Providers => Set<AccountProvider>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (file is null)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        var saved = await file.Writer.Run(
            (connection, transaction) =>
            {
                Database.SetDbConnection(connection);
                Database.UseTransaction(transaction);
                try
                {
                    return SaveChanges(acceptAllChangesOnSuccess: false);
                }
                finally
                {
                    Database.UseTransaction(null);
                    Database.SetDbConnection(null);
                    Database.SetConnectionString(file.ReadConnectionString);
                }
            },
            cancellationToken);
        if (acceptAllChangesOnSuccess)
        {
            ChangeTracker.AcceptAllChanges();
        }

        return saved;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<HubUser>().Property(u => u.Name).HasMaxLength(200);
        builder.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("AccountInvitations").HasIndex(i => i.CodeHash).IsUnique();
            invitation.HasIndex(i => i.OmraadeId);
            invitation.Property(i => i.CodeHash).HasMaxLength(64);
            invitation.Property(i => i.Email).HasMaxLength(256);
            invitation.Property(i => i.Name).HasMaxLength(200);
            invitation.Property(i => i.Kontor).HasConversion<string>();
            invitation.Property(i => i.Rolle).HasConversion<string>();
            invitation.Property(i => i.Employer).HasConversion<string>();
        });
        builder.Entity<AccountSession>(session =>
        {
            session.ToTable("AccountSessions").HasOne<HubUser>().WithMany().HasForeignKey(s => s.UserId);
            session.Property(s => s.Kind).HasConversion<string>();
            session.Property(s => s.Assurance).HasMaxLength(400);
        });
        builder.Entity<AccountSystem>().ToTable("AccountSystems").Property(s => s.Name).HasMaxLength(200);
        builder.Entity<AccountProvider>(provider =>
        {
            provider.ToTable("AccountProviders").HasKey(p => p.Tenant);
            provider.Property(p => p.Issuer).HasMaxLength(400);
            provider.Property(p => p.ClientId).HasMaxLength(200);
            provider.Property(p => p.Domains).HasMaxLength(2000);
            provider.Property(p => p.Strong).HasMaxLength(2000);
        });
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                entity.SetContainerColumnName(Snake(entity.GetContainerColumnName()!));
                continue;
            }

            entity.SetTableName(Snake(entity.GetTableName()!.Replace("AspNet", "Account", StringComparison.Ordinal)));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
            }
        }
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
