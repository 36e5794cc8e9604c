using Hub.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Accounts;

/// <summary>
/// Contexts on the account tables. A context answers one question at a time, and the parts of a page ask side by side: whoever
/// is asked by several of them takes one of their own.
/// </summary>
internal sealed class AccountContexts(IServiceProvider services, HubStore store)
{
    private readonly DbContextOptions<HubIdentityContext> options = Options(services, store);

    public HubIdentityContext New() => new(options, store.Sqlite);

    private static DbContextOptions<HubIdentityContext> Options(IServiceProvider services, HubStore store)
    {
        var options = new DbContextOptionsBuilder<HubIdentityContext>().UseApplicationServiceProvider(services);
        return (store.Sqlite is { } file ? options.UseSqlite(file.ReadConnectionString) : options.UseNpgsql(store.Postgres!)).Options;
    }
}
