using Hub.Contracts;

namespace Hub.Grains.Tests;

public sealed class AreaFactsCacheTests
{
    [Fact]
    public async Task Facts_that_change_while_they_are_made_are_made_again()
    {
        await using var area = await Area.Open();
        var directory = new ChangingDirectory(area.Directory, [area.Ejendom.Member], [area.Ejendom.Member, area.Leder.Member]);
        using var cache = new AreaFactsCache(directory, TimeZoneInfo.Utc);

        Assert.True(cache.Of(area.Id).HasLeader);
        Assert.True(cache.Of(area.Id).HasLeader);
        Assert.Equal(2, directory.Asked);
    }

    [Fact]
    public async Task Facts_that_stand_are_made_once_and_again_when_they_have_changed()
    {
        await using var area = await Area.Open();
        using var cache = new AreaFactsCache(area.Directory, TimeZoneInfo.Utc);
        var before = cache.Of(area.Id);
        Assert.Same(before, cache.Of(area.Id));

        await area.Tell(new RevokeMembership(area.Id, area.Admin.Member.UserId));

        Assert.Equal(before.Members.Count - 1, cache.Of(area.Id).Members.Count);
    }

    /// <summary>Its members change while they are read for the first time.</summary>
    private sealed class ChangingDirectory(ITenantDirectory real, IReadOnlyList<Membership> before, IReadOnlyList<Membership> after) : ITenantDirectory
    {
        public event Action<Guid, Guid?>? Changed;

        public int Asked { get; private set; }

        public IReadOnlyList<TenantInfo> Tenants => real.Tenants;

        public IReadOnlyList<Membership> Members(Guid omraadeId)
        {
            if (++Asked > 1)
            {
                return after;
            }

            Changed?.Invoke(omraadeId, null);
            return before;
        }

        public Membership? Find(Guid userId, Guid omraadeId) => real.Find(userId, omraadeId);

        public IReadOnlyList<Membership> Of(Guid userId) => real.Of(userId);

        public Omraade? Omraade(Guid omraadeId) => real.Omraade(omraadeId);

        public TenantInfo? Tenant(Guid tenantId) => real.Tenant(tenantId);

        public Task Follow(CancellationToken ct) => real.Follow(ct);

        public Task<Answer> Execute(Guid tenant, Guid actor, TenantRequest request, CancellationToken ct) => real.Execute(tenant, actor, request, ct);
    }
}
