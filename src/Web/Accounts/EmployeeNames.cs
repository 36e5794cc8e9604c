using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Hub.Web.Accounts;

/// <summary>The names of employees, and of systems, by id. Events know them by id only.</summary>
internal sealed class EmployeeNames(AccountContexts contexts, IMemoryCache cache)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyDictionary<Guid, string>> Of(IEnumerable<Guid> users, CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        var missing = new List<Guid>();
        foreach (var user in users.Distinct())
        {
            if (cache.TryGetValue(Key(user), out string? name))
            {
                names[user] = name!;
            }
            else
            {
                missing.Add(user);
            }
        }

        if (missing.Count > 0)
        {
            await using var accounts = contexts.New();
            await foreach (var user in accounts.Users.Where(u => missing.Contains(u.Id)).Select(u => new { u.Id, u.Name }).AsAsyncEnumerable().WithCancellation(ct))
            {
                names[user.Id] = cache.Set(Key(user.Id), user.Name, Fresh);
            }

            if (missing.Any(m => !names.ContainsKey(m)))
            {
                await foreach (var system in accounts.Systems.Where(s => missing.Contains(s.Id)).AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
                {
                    names[system.Id] = cache.Set(Key(system.Id), system.Name, Fresh);
                }
            }
        }

        return names;
    }

    private static (Type, Guid) Key(Guid user) => (typeof(EmployeeNames), user);
}
