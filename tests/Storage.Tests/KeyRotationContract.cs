using Hub.Contracts;

namespace Hub.Storage.Tests;

/// <summary>What every store must do when the master key changes.</summary>
public abstract class KeyRotationContract(StoreFixture fixture)
{
    [Fact]
    public async Task Tenants_keys_are_wrapped_by_the_new_master_key_and_those_that_ended_stay_so()
    {
        var (stream, ended) = (Make.Stream(), Make.Stream());
        await fixture.Store.AppendNext(stream, Make.Note(Guid.NewGuid(), "Kan læses"));
        await fixture.Store.AppendNext(ended, Make.Note(Guid.NewGuid(), "Kan ikke læses"));
        await fixture.Store.Erasures.EndTenant(ended.Tenant, default);

        fixture.Store.ProtectionKeys.Add("<key />");

        await fixture.Reopen(TenantKeyRing.WithNew);
        var first = await fixture.Store.RewrapTenantKeys();
        var second = await fixture.Store.RewrapTenantKeys();
        await fixture.Reopen(keys => keys.Split(',')[0]);

        Assert.True(first >= 1);
        Assert.Equal(0, second);
        Assert.Equal("Kan læses", await Text(stream));
        Assert.Null(await Text(ended));
        Assert.Equal(["<key />"], fixture.Store.ProtectionKeys.Read());
    }

    private async Task<string?> Text(StreamKey stream) => ((NoteAdded)Assert.Single(await fixture.Store.ReadAll(stream)).Event).Text.Value;
}
